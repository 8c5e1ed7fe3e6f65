package dev.kioskguard.sim.terminal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;

/**
 * Whoever waits for the terminal to come to rest in some state. Thread-safe; conditions are asked at every change, and
 * must look without waiting.
 */
final class Settling {

    private record Waiting(BooleanSupplier condition, CompletableFuture<Void> settled) {}

    private final List<Waiting> waiting = new CopyOnWriteArrayList<>();

    /** Completes once the condition holds, on a thread that holds nothing of the terminal. */
    CompletionStage<Void> when(BooleanSupplier condition) {
        Waiting one = new Waiting(condition, new CompletableFuture<>());
        waiting.add(one);
        look();
        return one.settled;
    }

    /** Asks every condition again. */
    void look() {
        waiting.removeIf(Settling::isOver);
    }

    private static boolean isOver(Waiting one) {
        // Whoever lost patience has completed its stage by itself.
        boolean over = one.settled.isDone() || one.condition.getAsBoolean();
        if (over) {
            ForkJoinPool.commonPool().execute(() -> one.settled.complete(null));
        }
        return over;
    }
}
