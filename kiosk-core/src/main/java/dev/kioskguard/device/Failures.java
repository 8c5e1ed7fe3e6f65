package dev.kioskguard.device;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What stages fail with. */
public final class Failures {

    private Failures() {}

    /** Returns what was begun, failed already where beginning it threw. */
    public static <T extends @Nullable Object> CompletionStage<T> caught(Supplier<? extends CompletionStage<T>> begin) {
        try {
            return begin.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Returns what a stage failed with before the JDK wrapped it on its way from stage to stage. */
    public static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? unwrapped(cause) : failure;
    }
}
