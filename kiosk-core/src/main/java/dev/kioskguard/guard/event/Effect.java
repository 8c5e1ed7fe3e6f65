package dev.kioskguard.guard.event;

import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.BankRequest;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Notice;
import dev.kioskguard.risk.EarlierStop;
import dev.kioskguard.transfer.Verdict;
import dev.kioskguard.vision.SignalChange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must now be done in the world. The guard only asks; it never acts. */
public sealed interface Effect {

    /** Show this to the customer. */
    record Show(Screen screen) implements Effect {}

    /** Tell the application where its transfer stands. */
    record Tell(String transferId, String state) implements Effect {}

    /** Tell the application that a visit has begun or ended. */
    record TellVisit(String sessionId, String maskedCard, boolean began) implements Effect {}

    /** Ask the bank for something only it can do. */
    record AskBank(BankRequest request) implements Effect {}

    /**
     * Call a person to the machine; the same transfer has one page, however often it is raised.
     *
     * @param at when the guard wants somebody, from which they have their time
     * @param signs what was seen, since when, and what speaks for it
     * @param scam the kind of fraud that it looks most like; empty where that would be a guess
     * @param earlierStop of the same card at a neighbour; null where none has told of one
     */
    record RaisePage(
            Instant at,
            String transferId,
            String tier,
            List<String> reasons,
            List<SignalChange> signs,
            String scam,
            @Nullable EarlierStop earlierStop)
            implements Effect {

        public RaisePage {
            reasons = List.copyOf(reasons);
            signs = List.copyOf(signs);
        }

        /** A page that nothing seen speaks for. */
        public RaisePage(Instant at, String transferId, String tier, List<String> reasons) {
            this(at, transferId, tier, reasons, List.of(), "", null);
        }
    }

    /** The page's transfer has come to its end. */
    record ClosePage(String transferId) implements Effect {}

    /** Sign a clearance over this case and keep it for the application. */
    record Sign(Case cleared) implements Effect {}

    /** A transfer has ended as its verdict says. */
    record End(Case ended) implements Effect {

        public String transferId() {
            return ended.transferId();
        }

        public Verdict verdict() {
            return Objects.requireNonNull(ended.verdict(), "an end has a verdict");
        }
    }

    /** Tell the application what has become of a notice that it wanted. */
    record TellNotice(String noticeId, Notice.Wording wording, Notice.State state) implements Effect {}

    /**
     * Tell the other machines of the branch that a transfer with this card was stopped.
     *
     * @param cardToken by which this machine remembers the card; it means nothing to any other
     */
    record TellNeighbours(String cardToken, Instant stoppedAt, Instant until) implements Effect {}

    /** The camera may look, or must stop looking. */
    record Watch(boolean on) implements Effect {}
}
