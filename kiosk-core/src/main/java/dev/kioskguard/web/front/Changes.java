package dev.kioskguard.web.front;

import dev.kioskguard.audit.Turns;
import dev.kioskguard.web.http.Problem;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A change of the machine's own that a request asks for: made in its turn, or refused there. */
public final class Changes {

    private Changes() {}

    /**
     * Makes a change in its turn.
     *
     * @param change makes it, or returns why not
     * @return fails with the refusal where it was not made
     */
    public static CompletionStage<Void> made(Turns turns, Function<Instant, Optional<Problem>> change) {
        var refusal = new CompletableFuture<Optional<Problem>>();
        return turns.between(at -> refusal.complete(change.apply(at)))
                .thenCompose(reply -> refusal)
                .thenAccept(refused -> refused.ifPresent(problem -> {
                    throw problem.asException();
                }));
    }

    /**
     * Answers a request with a change.
     *
     * @param change makes it, or returns why not
     * @param done answers once it is made
     */
    public static void make(Context ctx, Turns turns, Function<Instant, Optional<Problem>> change, Runnable done) {
        ctx.future(() -> made(turns, change)
                .thenRun(done)
                .exceptionally(thrown -> {
                    throw Replies.trouble(thrown);
                })
                .toCompletableFuture());
    }
}
