package dev.kioskguard.app.terminal;

import dev.kioskguard.vision.SignalSource;
import java.util.concurrent.CompletionStage;

/**
 * The camera's one switch: it looks while the guard wants it to, and never while a PIN is keyed. Thread-safe.
 *
 * <p>PIN entries may overlap; the camera looks again when the last of them is over.
 */
public final class Eyes {

    private final SignalSource source;
    private boolean wanted;
    private int entries;
    private boolean announced;

    public Eyes(SignalSource source) {
        this.source = source;
    }

    /** Returns whether there is a camera at all. */
    public boolean areThere() {
        return source.hasEyes();
    }

    /** Looks, or stops looking; while a PIN is keyed the wish is kept for later. */
    public synchronized void want(boolean on) {
        wanted = on;
        settle();
    }

    /** Stops looking for a PIN entry of the guard's own; completes when no frame is taken any more. */
    synchronized CompletionStage<Void> cover() {
        entries++;
        return source.watch(false);
    }

    /** Ends a PIN entry that {@link #cover()} began. */
    synchronized void uncover() {
        entries--;
        settle();
    }

    /** Stops looking because the bank's application announces a PIN entry; announcing twice is announcing once. */
    synchronized CompletionStage<Void> announced() {
        announced = true;
        return source.watch(false);
    }

    /** The announced PIN entry is over; telling it twice is telling it once. */
    synchronized void over() {
        announced = false;
        settle();
    }

    private void settle() {
        if (entries == 0 && !announced) {
            var unused = source.watch(wanted).toCompletableFuture();
        }
    }
}
