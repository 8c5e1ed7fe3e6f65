package dev.kioskguard.sim.measure.xfs;

import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.io.IOException;
import java.util.List;

/** A question and its two structures through the binding, in turn with the same through JNA that trusts everything. */
public final class GetInfoMeasure implements Measure {

    private static final double RATIO_MAX = 3;
    private static final int WARM_UP = 30_000;
    private static final int MEASURED = 20_000;

    /** Returns the measures of the native binding; none where its other side has not been built. */
    public static List<Measure> all() {
        return NativeSide.stands()
                ? List.of(new GetInfoMeasure(), new CompletionMeasure(), new StormMeasure(), new FlatMeasure())
                : List.of();
    }

    @Override
    public String name() {
        return "xfs-info";
    }

    @Override
    public Figure take() throws IOException {
        try (NativeSide side = NativeSide.open()) {
            StatusCalls calls = new StatusCalls(side, side.opened(NativeTerminal.CARD_READER));
            measure(calls, WARM_UP);
            long[][] nanos = measure(calls, MEASURED);
            NativeSide.check(side.bare().WFSCleanUp());
            return new Figure(
                    name(),
                    "WFSGetInfo and its two structures, through the binding / bare JNA",
                    Spread.micros(nanos[0]),
                    Spread.micros(nanos[1]),
                    Goal.atMost(RATIO_MAX));
        }
    }

    private static long[][] measure(StatusCalls calls, int count) {
        long[][] nanos = new long[2][count];
        for (int n = 0; n < count; n++) {
            long began = System.nanoTime();
            calls.bound();
            long between = System.nanoTime();
            calls.bare();
            nanos[0][n] = between - began;
            nanos[1][n] = System.nanoTime() - between;
        }
        return nanos;
    }
}
