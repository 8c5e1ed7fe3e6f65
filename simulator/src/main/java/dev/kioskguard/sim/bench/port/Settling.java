package dev.kioskguard.sim.bench.port;

/** What a call waits for before it answers, so that its effect has settled. Each wait is bounded by its implementor. */
public interface Settling {

    /** Waits for nothing. */
    Settling AT_ONCE = new Settling() {};

    /** Returns when the guard has dealt with the keys that were pressed. */
    default void afterKeys() throws InterruptedException {}

    /** Returns when the guard has seen that a device is broken or mended. */
    default void afterFault(String device, String fault) throws InterruptedException {}
}
