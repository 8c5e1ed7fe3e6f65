package dev.kioskguard.app.terminal;

import dev.kioskguard.device.CardData;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.GuardRunner;
import java.util.concurrent.CompletionStage;

/** The visit that a card brings about: it begins as the card comes in and ends as the card leaves. */
final class CardVisit {

    private final GuardRunner guard;
    private final String id;
    private final CardData card;
    private final CompletionStage<Boolean> begun;

    CardVisit(GuardRunner guard, String id, KnownCards.Known known) {
        this.guard = guard;
        this.id = id;
        this.card = known.card();
        this.begun = guard.offer(at -> new GuardEvent.VisitBegan(at, known.visit(id, at)))
                .handle((reply, failed) -> reply instanceof Reply.Taken);
    }

    CardData card() {
        return card;
    }

    /** Tells if the guard does not know of this visit, because it could not write it down. */
    void ifNotBegun(Runnable told) {
        var unused = begun.thenAccept(yes -> {
                    if (!yes) {
                        told.run();
                    }
                })
                .toCompletableFuture();
    }

    /** Ends the visit, if it did begin. As long as its end is owed no other can begin, so that one name is enough. */
    void end() {
        var unused = begun.thenAccept(yes -> {
                    if (yes) {
                        guard.report("visit ended", at -> new GuardEvent.VisitEnded(at, id));
                    }
                })
                .toCompletableFuture();
    }
}
