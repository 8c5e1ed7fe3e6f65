package dev.kioskguard.sim.example;

import dev.kioskguard.app.embed.EmbeddedGuard;
import dev.kioskguard.guard.state.BankRequest;
import dev.kioskguard.transfer.TransferGate;
import dev.kioskguard.transfer.TransferGate.Answer;
import dev.kioskguard.transfer.TransferGate.Card;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.transfer.clearance.CanonicalTransfer;
import dev.kioskguard.transfer.clearance.ClearanceVerifier;
import dev.kioskguard.transfer.clearance.Outcome;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/**
 * A bank's terminal application with the guard in its own process, and the host that it hands cleared transfers to.
 *
 * <p>It owns card reader, keypad and display (ownership beside), and opens the guard's page in a browser of its own
 * while a transfer is asked about.
 */
public final class EmbeddedBank {

    private final EmbeddedGuard guard;
    private final TransferGate gate;
    private final ClearanceVerifier host;
    private final String terminal;
    private final InstantSource clock;

    /**
     * A bank with its guard.
     *
     * @param host what the real one does far away: it knows nothing but the terminal's public keys
     */
    public EmbeddedBank(EmbeddedGuard guard, ClearanceVerifier host, String terminal, InstantSource clock) {
        this.guard = guard;
        this.gate = guard.gate();
        this.host = host;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Takes one customer through: card in, one transfer, card out. Returns what became of the transfer. */
    public CompletionStage<Receipt> serve(Card card, TransferRequest wish) {
        return gate.openVisit(card, "zh-CN")
                .thenCompose(visit -> gate.mayGo(visit, wish)
                        .thenCompose(TransferGate.Asked::answer)
                        .thenApply(answer -> submit(answer, wish, visit))
                        .thenCompose(receipt -> end(visit).thenApply(ended -> receipt)));
    }

    /** Hands a cleared transfer to the host; anything else never leaves the machine. */
    private Receipt submit(Answer answer, TransferRequest wish, String visit) {
        String clearance = answer.clearance();
        if (clearance == null) {
            return new Receipt(answer, false);
        }
        var presented = CanonicalTransfer.of(wish, terminal, visit);
        return new Receipt(answer, host.verify(clearance, presented, clock.instant()) instanceof Outcome.Accepted);
    }

    private CompletionStage<Void> end(String visit) {
        // This application gives the card back whatever the guard asks, and says so.
        for (BankRequest request : guard.requests()) {
            var unused = guard.done(request, true).toCompletableFuture();
        }
        return gate.endVisit(visit);
    }

    /**
     * What the customer is told.
     *
     * @param accepted whether the host took the transfer
     */
    public record Receipt(Answer answer, boolean accepted) {}
}
