package dev.kioskguard.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Where what changes a journal, or what stands beside it, is done one after another. Thread-safe. */
public interface Turns {

    /**
     * Does something once it is its turn.
     *
     * @param task is given the time of its turn
     * @return completes when it is done; fails, at once or later, with what kept it from being done
     */
    CompletionStage<?> between(Consumer<Instant> task);

    /** Returns the clock by which turns are given their time. */
    InstantSource time();
}
