package dev.kioskguard.device;

import java.util.function.Consumer;

/** A value that one listener is told: at once when it registers, and then whenever the value changes. Thread-safe. */
public final class Reported<T> {

    private T value;
    private Consumer<? super T> listener = ignored -> {};

    public Reported(T first) {
        value = first;
    }

    public synchronized T get() {
        return value;
    }

    public synchronized void set(T next) {
        if (!next.equals(value)) {
            value = next;
            listener.accept(next);
        }
    }

    /** Registers the listener, without a word about the present value. */
    public synchronized void onChange(Consumer<? super T> next) {
        listener = next;
    }

    /** Registers the listener and tells it the present value. */
    public synchronized void tell(Consumer<? super T> next) {
        listener = next;
        next.accept(value);
    }
}
