package dev.kioskguard.sim.wait;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A value that one thread changes and others wait for. Threadsafe.
 *
 * @param <T> an immutable value
 */
public final class Awaited<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private T value;

    public Awaited(T first) {
        value = first;
    }

    public T now() {
        lock.lock();
        try {
            return value;
        } finally {
            lock.unlock();
        }
    }

    public void become(T next) {
        change(before -> next);
    }

    /**
     * Changes the value in one step, which sees no other change in between.
     *
     * @param change returns the same value where there is nothing to change
     * @return whether it is another value now
     */
    public boolean change(UnaryOperator<T> change) {
        lock.lock();
        try {
            T before = value;
            value = change.apply(before);
            changed.signalAll();
            return !value.equals(before);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the value once it is as {@code wanted}, or what there is when {@code wait} of wall time has passed. */
    public T await(Predicate<? super T> wanted, Duration wait) throws InterruptedException {
        long left = wait.toNanos();
        lock.lock();
        try {
            while (!wanted.test(value) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return value;
        } finally {
            lock.unlock();
        }
    }
}
