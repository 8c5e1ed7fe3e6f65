package dev.kioskguard.app.embed;

import dev.kioskguard.app.wiring.RunningGuard;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.state.CardNames;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.transfer.GateRefusedException;
import dev.kioskguard.transfer.TransferGate;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.front.TransferBook;
import dev.kioskguard.web.http.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** The gate over a running guard: each question an event in its inbox, each answer out of its book. Thread-safe. */
final class GuardGate implements TransferGate {

    private final GuardRunner guard;
    private final TransferBook book;
    private final Function<TransferRequest, CompletionStage<LookUp>> lookUps;
    private final CardNames names;
    private final Supplier<String> ids;

    GuardGate(RunningGuard running, Supplier<String> ids) {
        this.guard = running.guard();
        this.book = running.transfers();
        this.lookUps = running.lookUps();
        this.names = running.cardNames();
        this.ids = ids;
    }

    @Override
    public CompletionStage<String> openVisit(Card card, String language) {
        String id = "s-" + ids.get();
        List<String> known = names.of(card.token(), card.token());
        return taken(at -> new GuardEvent.VisitBegan(
                        at,
                        new Visit(id, card.token(), card.masked(), language, Visit.Mode.GUARD, Set.of(), at)
                                .knownAs(known)))
                .thenApply(taken -> id);
    }

    @Override
    public CompletionStage<Void> endVisit(String sessionId) {
        return taken(at -> new GuardEvent.VisitEnded(at, sessionId)).thenAccept(taken -> {});
    }

    @Override
    public CompletionStage<Asked> mayGo(String sessionId, TransferRequest request) {
        String id = "t-" + ids.get();
        return lookUps.apply(request)
                .thenCompose(found -> taken(
                        at -> new GuardEvent.TransferRequested(at, id, sessionId, request, null, null, found, null)))
                .thenApply(taken -> asked(id));
    }

    @Override
    public CompletionStage<Void> withdraw(String transferId) {
        boolean over =
                book.find(transferId).filter(entry -> entry.verdict() != null).isPresent();
        return over
                ? CompletableFuture.completedFuture(null)
                : taken(at -> new GuardEvent.TransferWithdrawn(at, transferId)).thenAccept(taken -> {});
    }

    @Override
    public CompletionStage<Asked> resume(String transferId, String sessionId, String code) {
        return taken(at -> new GuardEvent.TransferResumed(at, transferId, sessionId, code))
                .thenApply(taken -> asked(transferId));
    }

    private Asked asked(String transferId) {
        return new Asked(transferId, book.ended(transferId).thenApply(GuardGate::answer));
    }

    private static Answer answer(TransferBook.Entry ended) {
        return new Answer(ended.transferId(), Objects.requireNonNull(ended.verdict()), ended.clearance());
    }

    private CompletionStage<Reply.Taken> taken(Function<Instant, GuardEvent> event) {
        return guard.offer(event).handleAsync((reply, failed) -> {
            try {
                if (failed != null) {
                    throw Replies.trouble(failed);
                }
                return Replies.taken(reply);
            } catch (ProblemException refused) {
                throw new GateRefusedException(String.valueOf(refused.getMessage()));
            }
        });
    }
}
