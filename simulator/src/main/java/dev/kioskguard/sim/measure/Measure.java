package dev.kioskguard.sim.measure;

import java.io.IOException;

/** One benchmark. */
public interface Measure {

    /** Returns the name under which it can be asked for alone. */
    String name();

    /**
     * Measures, warm-up included.
     *
     * @throws IOException when the disk, the wire or a process that is measured fails
     */
    Figure take() throws IOException, InterruptedException;
}
