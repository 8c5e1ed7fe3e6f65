package dev.kioskguard.adapter.xfs4iot.client.device;

import java.util.function.Consumer;

/** A value that one listener is told: at once when it registers, and then whenever the value changes. Thread-safe. */
final class Told<T> {

    private T value;
    private Consumer<? super T> listener = ignored -> {};

    Told(T first) {
        value = first;
    }

    synchronized T get() {
        return value;
    }

    synchronized void set(T next) {
        if (!next.equals(value)) {
            value = next;
            listener.accept(next);
        }
    }

    /** Registers the listener, without a word about the present value. */
    synchronized void onChange(Consumer<? super T> next) {
        listener = next;
    }

    /** Registers the listener and tells it the present value. */
    synchronized void tell(Consumer<? super T> next) {
        listener = next;
        next.accept(value);
    }
}
