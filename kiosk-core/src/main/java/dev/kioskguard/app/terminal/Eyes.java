package dev.kioskguard.app.terminal;

import dev.kioskguard.vision.SignalSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The camera's one switch: it looks while the guard wants it to, and never while a PIN is keyed. Thread-safe. */
public final class Eyes {

    private final SignalSource source;
    private boolean wanted;
    private boolean covered;

    public Eyes(SignalSource source) {
        this.source = source;
    }

    /** Looks, or stops looking; while a PIN is keyed the wish is kept for later. */
    public synchronized void want(boolean on) {
        wanted = on;
        if (!covered) {
            var unused = source.watch(on).toCompletableFuture();
        }
    }

    /** Stops looking for a PIN entry; completes when no frame is taken any more. */
    public synchronized CompletionStage<Void> cover() {
        covered = true;
        return source.watch(false);
    }

    /** Ends the PIN entry. Uncovering twice is uncovering once. */
    public synchronized CompletionStage<Void> uncover() {
        covered = false;
        return wanted ? source.watch(true) : CompletableFuture.completedFuture(null);
    }
}
