package dev.kioskguard.adapter.xfs.manager;

import java.util.concurrent.Semaphore;

/**
 * The way from the pump to the loop, in order and bounded: where the loop cannot keep up the pump waits, messages stay
 * in the window's own queue, and a manager that has more must keep it. Thread-safe.
 */
final class Dispatcher {

    /** Steps that may wait for the loop. */
    static final int WAITING_MAX = 4096;

    private final Environment environment;
    private final Semaphore room = new Semaphore(WAITING_MAX);

    Dispatcher(Environment environment) {
        this.environment = environment;
    }

    /** Has the loop do a step; on the pump only, as it may wait for the loop. */
    void dispatch(Runnable step) {
        room.acquireUninterruptibly();
        boolean taken = environment.run(() -> {
            room.release();
            step.run();
        });
        if (!taken) {
            room.release();
        }
    }
}
