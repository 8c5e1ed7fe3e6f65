package dev.kioskguard.guard.event;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that has happened, in the past tense, at a known instant. */
public sealed interface GuardEvent {

    Instant at();

    /** A card was taken in, or the application opened a visit. */
    record VisitBegan(Instant at, Visit visit) implements GuardEvent {}

    /** The card is gone, or the application closed the visit. */
    record VisitEnded(Instant at, String sessionId) implements GuardEvent {}

    /** The application handed screen and keypad over, or took them back. */
    record ModeChanged(Instant at, String sessionId, Visit.Mode mode) implements GuardEvent {}

    /**
     * The application asks: may this go?
     *
     * @param language null where the visit's own is meant
     * @param manner null where the guard is to decide
     * @param lookUp what was looked up of the payee when this was asked
     * @param requestKey a digest of the application's idempotency key, if it gave one
     */
    record TransferRequested(
            Instant at,
            String transferId,
            String sessionId,
            TransferRequest request,
            @Nullable String language,
            @Nullable Manner manner,
            LookUp lookUp,
            @Nullable String requestKey)
            implements GuardEvent {}

    record TransferWithdrawn(Instant at, String transferId) implements GuardEvent {}

    /** A paused transfer is taken up again in another visit of the same card. */
    record TransferResumed(Instant at, String transferId, String sessionId, String code) implements GuardEvent {}

    record ChoiceMade(Instant at, String screenId, String choice) implements GuardEvent {}

    record TextTyped(Instant at, String screenId, String text) implements GuardEvent {

        @Override
        public String toString() {
            return "TextTyped[" + at + ", " + screenId + "]";
        }
    }

    /** The page was touched again at the same place so soon that it counts once. */
    record TouchRepeated(Instant at, String screenId) implements GuardEvent {}

    record KeyPressed(Instant at, Key key) implements GuardEvent {}

    /** The page says what was really rendered or really played. */
    record ChannelProven(Instant at, String screenId, Channel channel, boolean ok) implements GuardEvent {}

    /**
     * A signal has begun, has become something else as evidence, or has ended.
     *
     * @param weight what speaks for it; null where no more is known than that it holds, or does not
     */
    record SignalChanged(
            Instant at,
            Signal signal,
            boolean holds,
            @Nullable Weight weight) implements GuardEvent {

        public SignalChanged(Instant at, Signal signal, boolean holds) {
            this(at, signal, holds, null);
        }

        /** Makes the event of a change that was told just now. */
        public static SignalChanged of(Instant at, SignalChange change) {
            Instant since = change.since().isAfter(at) ? at : change.since();
            var weight = new Weight(since, change.strength(), change.reasons());
            return new SignalChanged(at, change.signal(), change.holds(), weight);
        }

        public SignalChange change() {
            return weight == null
                    ? SignalChange.plain(signal, holds, at)
                    : new SignalChange(signal, holds, weight.since(), weight.strength(), weight.reasons());
        }

        /** What a signal weighs, as {@link SignalChange} has it. */
        public record Weight(Instant since, double strength, List<String> reasons) {

            public Weight {
                reasons = List.copyOf(reasons);
            }
        }
    }

    /** The speaker says whether it can be heard. */
    record VoiceChanged(Instant at, boolean audible) implements GuardEvent {}

    /** A headset was plugged in, or pulled out. */
    record HeadsetChanged(Instant at, boolean plugged) implements GuardEvent {}

    /** The application wants something told beside a transfer: about a withdrawal, an account, a phone. */
    record NoticeRequested(Instant at, String noticeId, String sessionId, NoticeWanted wanted) implements GuardEvent {}

    /** A customer's screen is attached, or the last one has been gone for too long. */
    record ScreenChanged(Instant at, boolean attached) implements GuardEvent {}

    /** The wall clock stands before what was already written down, or has caught up with it. */
    record ClockChanged(Instant at, boolean trustworthy) implements GuardEvent {}

    record StaffSpoke(Instant at, String transferId, StaffWord word) implements GuardEvent {}

    /**
     * A machine of the branch has told that a transfer with a card was stopped there.
     *
     * @param name of the card, as {@link dev.kioskguard.guard.state.CardNames} has it
     * @param until when the stop is forgotten
     */
    record NeighbourStopped(Instant at, String name, String machine, Instant stoppedAt, Instant until)
            implements GuardEvent {}

    record BankAnswered(Instant at, String requestId, boolean ok) implements GuardEvent {}

    /** A deadline of the guard's own has come. */
    record TimePassed(Instant at) implements GuardEvent {}

    /** The guard starts again; what was under way then cannot be proven any more. */
    record Restarted(Instant at) implements GuardEvent {}

    /** What a member of staff decided. */
    record StaffWord(
            String actionId,
            String staff,
            Action action,
            @Nullable String code,
            String reason) {

        /** The four verdicts of the desk. */
        public enum Action {
            RELEASE,
            HOLD,
            CANCEL,
            ESCALATE
        }
    }
}
