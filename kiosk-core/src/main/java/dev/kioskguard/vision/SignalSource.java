package dev.kioskguard.vision;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Whatever watches the customer and says which signals hold; it looks only while it is told to.
 *
 * <p>Thread-safe. The listener is called on a thread of the source and must return at once.
 */
public interface SignalSource extends AutoCloseable {

    /** Registers the one listener for signals that begin, become something else as evidence, or end. */
    void onSignal(Listener listener);

    /**
     * Starts or stops looking.
     *
     * @return completes, after a stop, only when no frame is being taken any more; every signal has then ended
     */
    CompletionStage<Void> watch(boolean on);

    /** Returns why nothing can be seen now, for an engineer; empty where it can, or would if it were told to look. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /** Returns whether there is a camera that looks at customers, which they must be told of. */
    default boolean hasEyes() {
        return true;
    }

    @Override
    void close();

    /** Told of signals. */
    interface Listener {

        void changed(SignalChange change);
    }
}
