package dev.kioskguard.sim.measure.xfs;

import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import dev.kioskguard.sim.measure.process.Resident;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.io.IOException;

/** What a million calls leave behind: in the heap, in native memory, and with the manager. */
final class FlatMeasure implements Measure {

    private static final int WARM_UP = 200_000;
    private static final int CALLS = 1_000_000;

    /** The collector and the allocators breathe by this much; a leak of eight bytes a call is more. */
    private static final double GROWTH_KB_MAX = 6 * 1024;

    @Override
    public String name() {
        return "xfs-flat";
    }

    @Override
    public Figure take() throws IOException {
        try (NativeSide side = NativeSide.open()) {
            StatusCalls calls = new StatusCalls(side, side.opened(NativeTerminal.CARD_READER));
            double before = after(calls, WARM_UP);
            double growth = after(calls, CALLS) - before;
            if (calls.outstanding() != 0 || side.terminal.outstanding() != 0) {
                throw new IllegalStateException("results were not given back");
            }
            NativeSide.check(side.bare().WFSCleanUp());
            return new Figure(
                    name(),
                    "heap and native memory after a million calls, more than before",
                    Spread.exact("kB", growth),
                    null,
                    Goal.atMost(GROWTH_KB_MAX));
        }
    }

    /** Returns what the process holds after so many calls and a collection, in kilobytes. */
    private static double after(StatusCalls calls, int count) {
        for (int n = 0; n < count; n++) {
            calls.bound();
        }
        System.gc();
        return Resident.kilobytes(ProcessHandle.current().pid());
    }
}
