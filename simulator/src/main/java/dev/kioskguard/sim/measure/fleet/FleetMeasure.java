package dev.kioskguard.sim.measure.fleet;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.kioskguard.sim.broker.Mosquitto;
import dev.kioskguard.sim.measure.fleet.FleetFigures.Wait;
import dev.kioskguard.sim.measure.process.Resident;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What fleets of several sizes cost, each at a broker of its own that knows of none before. For one thread.
 *
 * @param rounds how often each machine calls somebody
 * @param round the time in which each does once
 */
public record FleetMeasure(Path scratch, Outfit outfit, int rounds, Duration round) {

    /** What one machine in software, two cores and a laptop's memory can carry with both ends on it. */
    public static final int MACHINES_MAX = 2_000;

    /** Beside a connection for each machine, at either end. */
    private static final int FILES_BESIDE = 200;

    private static final double BYTES_A_KILOBYTE = 1_024;
    private static final double NANOS_A_SECOND = 1e9;

    /** Measures; fails, saying what to do, where the system does not allow so many. */
    public FleetFigures take(int machines) throws IOException, InterruptedException {
        requireFiles(machines);
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        try (Mosquitto broker = Mosquitto.start(scratch.resolve("broker-" + machines));
                Fleet fleet = Fleet.at(broker.uri(), outfit)) {
            double heapBefore = heapKilobytes();
            double brokerBefore = Resident.kilobytes(broker.pid());
            long began = System.nanoTime();
            fleet.join(machines);
            double connected = (System.nanoTime() - began) / NANOS_A_SECOND;
            double heap = heapKilobytes() - heapBefore;
            double resident = Resident.kilobytes(broker.pid()) - brokerBefore;
            fleet.call(rounds, round);
            double[] heard = fleet.calls().untilHeard();
            return new FleetFigures(
                    machines,
                    load,
                    connected,
                    resident / machines,
                    heap / machines,
                    heard.length,
                    Wait.of(heard),
                    Wait.of(fleet.calls().untilAnswered()),
                    fleet.calls().again());
        }
    }

    private static void requireFiles(int machines) throws IOException {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            Optional<String> refusal = refusal(machines, system.getMaxFileDescriptorCount());
            if (refusal.isPresent()) {
                throw new IOException(refusal.get());
            }
        }
    }

    /** Returns what to do where a process may have only so many files; empty where they are enough. */
    static Optional<String> refusal(int machines, long filesMax) {
        long needed = (long) machines + FILES_BESIDE;
        return needed <= filesMax
                ? Optional.empty()
                : Optional.of(
                        "%d machines need %d open files, here and at the broker, and only %d are allowed; say first: ulimit -n %d"
                                .formatted(machines, needed, filesMax, needed));
    }

    private static double heapKilobytes() {
        System.gc();
        System.gc(); // what the first one has only put aside
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_A_KILOBYTE;
    }
}
