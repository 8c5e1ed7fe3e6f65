package dev.kioskguard.vision;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A terminal without eyes: it never sees anything, and is stopped at once.
 *
 * @param why what an engineer is told of it
 */
public record NothingToSee(String why) implements SignalSource {

    @Override
    public void onSignal(Listener listener) {}

    @Override
    public CompletionStage<Void> watch(boolean on) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.of(why);
    }

    @Override
    public boolean hasEyes() {
        return false;
    }

    @Override
    public void close() {}
}
