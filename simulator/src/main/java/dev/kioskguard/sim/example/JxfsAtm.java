package dev.kioskguard.sim.example;

import dev.kioskguard.adapter.jxfs.CardControl;
import dev.kioskguard.adapter.jxfs.ControlListener;
import dev.kioskguard.adapter.jxfs.Controls;
import dev.kioskguard.adapter.jxfs.JxfsCodes;
import dev.kioskguard.adapter.jxfs.OperationComplete;
import dev.kioskguard.adapter.jxfs.Outcome.CardRead;
import dev.kioskguard.adapter.jxfs.Outcome.PinBlockMade;
import dev.kioskguard.adapter.jxfs.PinPadControl;
import dev.kioskguard.adapter.jxfs.StatusChange;
import dev.kioskguard.app.embed.EmbeddedGuard;
import dev.kioskguard.device.CardData;
import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad.PinRules;
import dev.kioskguard.guard.state.BankRequest;
import dev.kioskguard.transfer.TransferGate;
import dev.kioskguard.transfer.TransferGate.Answer;
import dev.kioskguard.transfer.TransferGate.Asked;
import dev.kioskguard.transfer.TransferRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A small ATM application as they are written for J/XFS: everything is asked for by a control, and goes on in the
 * listener when its operation-complete event comes: card, PIN, and a transfer to its host.
 *
 * <p>What guards it are the lines that name {@link TransferGate}; without a guard {@link #pinned} would call the host
 * at once. One customer at a time; for the events' thread, but for {@link #serve}.
 */
public final class JxfsAtm implements ControlListener, AutoCloseable {

    private static final PinRules PIN = new PinRules(4, 6);
    private static final int CLAIM_MILLIS = 5_000;

    private final CardControl card;
    private final PinPadControl pad;
    private final EmbeddedGuard guard;
    private final TransferGate gate;
    private final JxfsHost host;
    private @Nullable Customer now;

    /** An application on a card reader {@code MSD1} and a keypad {@code PIN1}. */
    public JxfsAtm(Controls controls, EmbeddedGuard guard, JxfsHost host) {
        this.card = controls.card("MSD1");
        this.pad = controls.pinPad("PIN1");
        this.guard = guard;
        this.gate = guard.gate();
        this.host = host;
        card.addListener(this);
        pad.addListener(this);
        // What is asked for before they are open waits for it.
        card.open();
        pad.open();
    }

    /** Takes one customer through, from card in to card out. */
    public CompletionStage<Ending> serve(TransferRequest wish) {
        var customer = new Customer(wish);
        synchronized (this) {
            now = customer;
        }
        if (!card.claim(CLAIM_MILLIS) || !pad.claim(CLAIM_MILLIS)) {
            return CompletableFuture.failedFuture(new IllegalStateException("another application has the devices"));
        }
        card.readData();
        return customer.ending;
    }

    @Override
    public void operationCompleteOccurred(OperationComplete event) {
        Customer customer = current();
        if (customer == null) {
            return;
        }
        if (!event.isSuccessful()) {
            failed(customer, event);
            return;
        }
        switch (event.operationId()) {
            case CardControl.O_READ -> read(customer, event);
            case PinPadControl.O_READ_PIN ->
                pad.createPINBlock(
                        PinBlock.Format.ISO_0, host.pinKey(), customer.card().number());
            case PinPadControl.O_PIN_BLOCK -> pinned(customer, event);
            default -> {
                // Nothing waits for it.
            }
        }
    }

    private void read(Customer customer, OperationComplete event) {
        if (event.data() instanceof CardRead read) {
            customer.card = read.card();
            pad.secureReadPIN(PIN);
        }
    }

    /** Here an application without a guard would say {@code host.transfer(...)}, and eject the card. */
    private void pinned(Customer customer, OperationComplete event) {
        if (!(event.data() instanceof PinBlockMade made)) {
            return;
        }
        var known = new TransferGate.Card(
                host.token(customer.card()), customer.card().masked());
        gate.openVisit(known, "zh-CN")
                .thenCompose(visit -> gate.mayGo(visit, customer.wish)
                        .thenCompose(Asked::answer)
                        .thenAccept(answer -> answered(customer, answer, visit, made.block())))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        customer.outcome = new Ending(null, false, String.valueOf(failure.getMessage()));
                    }
                    card.ejectCard();
                });
    }

    private void answered(Customer customer, Answer answer, String visit, PinBlock pin) {
        customer.visit = visit;
        boolean taken = answer.clearance() != null && host.transfer(customer.wish, visit, pin, answer.clearance());
        customer.outcome = new Ending(answer, taken, "");
    }

    private void failed(Customer customer, OperationComplete event) {
        customer.outcome = new Ending(null, false, event.detail());
        if (event.operationId() == CardControl.O_EJECT || customer.card == null) {
            over(customer);
        } else {
            card.ejectCard();
        }
    }

    @Override
    public void statusOccurred(StatusChange event) {
        Customer customer = current();
        boolean gone =
                event.reason() == StatusChange.Reason.MEDIA && event.status().media() == CardPlace.NONE;
        if (customer != null && gone && customer.card != null) {
            over(customer);
        }
    }

    private void over(Customer customer) {
        synchronized (this) {
            now = null;
        }
        card.release(JxfsCodes.FOREVER);
        pad.release(JxfsCodes.FOREVER);
        // This application gives the card back whatever the guard asks, and says so.
        for (BankRequest request : guard.requests()) {
            var unused = guard.done(request, true).toCompletableFuture();
        }
        String visit = customer.visit;
        CompletionStage<Void> ended = visit == null ? CompletableFuture.completedFuture(null) : gate.endVisit(visit);
        ended.whenComplete((done, failure) -> customer.ending.complete(customer.outcome));
    }

    private synchronized @Nullable Customer current() {
        return now;
    }

    @Override
    public void close() {
        card.close();
        pad.close();
    }

    /**
     * How it ended.
     *
     * @param answer the guard's; null where it was never asked
     * @param accepted whether the host took the transfer
     * @param trouble in words; empty where there was none
     */
    public record Ending(@Nullable Answer answer, boolean accepted, String trouble) {}

    /** Who is at the machine, and how far they are. */
    private static final class Customer {

        private final TransferRequest wish;
        private final CompletableFuture<Ending> ending = new CompletableFuture<>();
        private volatile @Nullable CardData card;
        private volatile @Nullable String visit;
        private volatile Ending outcome = new Ending(null, false, "the card was taken before anything was asked");

        Customer(TransferRequest wish) {
            this.wish = wish;
        }

        CardData card() {
            CardData read = card;
            if (read == null) {
                throw new IllegalStateException("no card was read");
            }
            return read;
        }
    }
}
