package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.adapter.xfs.library.DriverCrash;
import dev.kioskguard.adapter.xfs.library.NativeLibraries;
import dev.kioskguard.device.DeviceLoop;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What everything at one manager shares. Thread-safe, except for chance, which only the loop uses.
 *
 * @param library {@code msxfs}, or the path of a manager's library
 * @param crash after which nothing at this manager is called any more
 */
public record Environment(DeviceLoop loop, RandomGenerator random, Timings timings, String library, DriverCrash crash) {

    private static final Logger LOG = LoggerFactory.getLogger(Environment.class);

    /** Makes an environment with a loop of its own, which ends with the process, at the manager of this machine. */
    public static Environment create(RandomGenerator random) {
        return create(random, Timings.STANDARD, NativeLibraries.MANAGER);
    }

    /** Makes an environment with a loop of its own, which ends with the process. */
    public static Environment create(RandomGenerator random, Timings timings, String library) {
        DeviceLoop loop = new DeviceLoop("xfs-loop", e -> LOG.error("a step of the XFS binding failed", e));
        return new Environment(loop, random, timings, library, new DriverCrash());
    }

    /** Runs a step on the loop; returns false where that has ended. */
    public boolean run(Runnable step) {
        return loop.run(step);
    }

    /** Runs a step on the loop after a while, unless the returned future is cancelled before. */
    public Future<?> later(Duration delay, Runnable step) {
        return loop.later(delay, step);
    }
}
