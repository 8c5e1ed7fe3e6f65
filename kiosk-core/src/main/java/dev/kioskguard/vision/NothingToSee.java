package dev.kioskguard.vision;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A terminal without eyes: it never sees anything, and is stopped at once. */
public final class NothingToSee implements SignalSource {

    @Override
    public void onSignal(Listener listener) {}

    @Override
    public CompletionStage<Void> watch(boolean on) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}
}
