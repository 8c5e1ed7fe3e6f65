package dev.kioskguard.guard.state;

import dev.kioskguard.guard.screen.Layout;
import dev.kioskguard.risk.EarlierStop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one card, by its token, so that the next transfer with it is met as it should be.
 *
 * @param stoppedUntil until when a stop counts; null where there was none
 * @param stoppedBy what a neighbour has told of the stop; null for one of this machine
 * @param warned which warning was shown last; null where there was none
 * @param asked when transfers were asked for, oldest first; the latest {@value #ASKED_MAX}
 * @param pending transfers that were let go and have not moved yet, oldest first; the latest {@value #PENDING_MAX}
 * @param touched when anything here changed last
 */
public record CardMemory(
        @Nullable Instant stoppedUntil,
        @Nullable EarlierStop stoppedBy,
        @Nullable Warned warned,
        List<Instant> asked,
        List<Pending> pending,
        Instant touched) {

    /** How many requests are remembered of one card; as many as the sharpest policy needs to count. */
    public static final int ASKED_MAX = 16;

    /** How many delayed transfers of one card are remembered. */
    public static final int PENDING_MAX = 8;

    public CardMemory {
        asked = List.copyOf(asked);
        pending = List.copyOf(pending);
    }

    public static CardMemory nothing(Instant now) {
        return new CardMemory(null, null, null, List.of(), List.of(), now);
    }

    /** Returns whether neighbours have told of this card and this machine has never met it under this name. */
    public boolean isHearsay() {
        return stoppedBy != null && warned == null && asked.isEmpty() && pending.isEmpty();
    }

    public boolean stoppedAt(Instant now) {
        return stoppedUntil != null && stoppedUntil.isAfter(now);
    }

    public CardMemory stopped(Instant until, Instant now) {
        return new CardMemory(until, null, warned, asked, pending, now);
    }

    /** Returns this with a stop that a neighbour has told of, if it counts for longer than what is known. */
    public CardMemory stoppedBy(EarlierStop told, Instant until, Instant now) {
        return stoppedUntil != null && !until.isAfter(stoppedUntil)
                ? this
                : new CardMemory(until, told, warned, asked, pending, now);
    }

    public CardMemory warned(Layout layout, Instant now) {
        return new CardMemory(stoppedUntil, stoppedBy, new Warned(layout, now), asked, pending, now);
    }

    public CardMemory asked(Instant now) {
        return new CardMemory(stoppedUntil, stoppedBy, warned, latest(asked, now, ASKED_MAX), pending, now);
    }

    public CardMemory pending(Pending transfer, Instant now) {
        return new CardMemory(stoppedUntil, stoppedBy, warned, asked, latest(pending, transfer, PENDING_MAX), now);
    }

    /** Returns this without a transfer that was called back. */
    public CardMemory without(String transferId, Instant now) {
        List<Pending> left = pending.stream()
                .filter(one -> !one.transferId().equals(transferId))
                .toList();
        return new CardMemory(stoppedUntil, stoppedBy, warned, asked, left, now);
    }

    private static <T> List<T> latest(List<T> before, T more, int max) {
        var all = new ArrayList<>(before);
        all.add(more);
        return all.subList(Math.max(0, all.size() - max), all.size());
    }

    /** The last warning shown: on which layout, and when. */
    public record Warned(Layout layout, Instant at) {}

    /** A transfer that was let go and has not moved before that instant. */
    public record Pending(String transferId, String sessionId, Instant until) {}
}
