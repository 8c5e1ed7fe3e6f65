package dev.kioskguard.paging;

import dev.kioskguard.risk.EarlierStop;
import dev.kioskguard.vision.SignalChange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One call for a person to come to one machine because of one transfer. How it goes on is the {@link Ladder}'s.
 *
 * @param level who is called: {@link #LEVEL_FIRST} to {@link #LEVEL_LAST}
 * @param tier the word of the transfer's tier
 * @param reasons codes of what stands against the transfer
 * @param signs what was seen: since when, how strong, and what speaks for it
 * @param earlierStop of the same card at a neighbour; null where none has told of one
 * @param script ids of the lines that the person who comes may say
 * @param deadline until when this level has time, while nobody has taken the page; after that it stays what it was
 */
public record Page(
        String id,
        String machine,
        int level,
        String tier,
        List<String> reasons,
        List<SignalChange> signs,
        @Nullable EarlierStop earlierStop,
        List<String> script,
        Instant raisedAt,
        Instant deadline,
        State state,
        String transferId) {

    /** The lobby manager's level. */
    public static final int LEVEL_FIRST = 1;

    /** The level of the officer who is on call, and who may call the police. */
    public static final int LEVEL_LAST = 3;

    public Page {
        reasons = List.copyOf(reasons);
        signs = List.copyOf(signs);
        script = List.copyOf(script);
    }

    /** Returns the page's id; a transfer has one page, so the transfer names it. */
    public static String idFor(String transferId) {
        return "p-" + transferId;
    }

    /** Returns this with what is known by now, where the transfer's page is raised again. */
    Page updated(Call call) {
        return isResolved()
                ? this
                : new Page(
                        id,
                        machine,
                        level,
                        call.tier(),
                        call.reasons(),
                        call.signs(),
                        call.earlierStop(),
                        call.script(),
                        raisedAt,
                        deadline,
                        state,
                        transferId);
    }

    /** Returns this as it is once something has happened to it. */
    Page after(Happening happening, Rota rota, Instant at) {
        return Ladder.rung(state, happening).map(rung -> on(rung, rota, at)).orElse(this);
    }

    /** Returns this as it is at {@code now}, if nobody takes it by then. */
    Page at(Instant now, Rota rota) {
        Page page = this;
        while (page.waits() && !now.isBefore(page.deadline)) {
            page = page.after(Happening.LATE, rota, page.deadline);
        }
        return page;
    }

    /** Returns whether the deadline still matters: it does until somebody has taken the page, or nobody is left. */
    boolean waits() {
        return switch (state) {
            case RAISED, DELIVERED -> true;
            case ESCALATED, UNDELIVERED -> level < LEVEL_LAST;
            case ACKNOWLEDGED, RESOLVED -> false;
        };
    }

    public boolean isResolved() {
        return state == State.RESOLVED;
    }

    private Page on(Ladder.Rung rung, Rota rota, Instant at) {
        boolean up = rung.step() == Ladder.Step.UP && level < LEVEL_LAST;
        int next = up ? level + 1 : level;
        Instant until = up ? at.plus(rota.patience(next)) : deadline;
        return new Page(
                id, machine, next, tier, reasons, signs, earlierStop, script, raisedAt, until, rung.to(), transferId);
    }

    /** What a page is made from. */
    public record Call(
            String machine,
            String transferId,
            String tier,
            List<String> reasons,
            List<SignalChange> signs,
            @Nullable EarlierStop earlierStop,
            List<String> script) {

        public Call {
            reasons = List.copyOf(reasons);
            signs = List.copyOf(signs);
            script = List.copyOf(script);
        }
    }

    /** How far a page has come. */
    public enum State {
        /** Raised; no desk has shown it yet. */
        RAISED,
        /** Shown by a desk; nobody has said that they are coming. */
        DELIVERED,
        /** Somebody is coming. */
        ACKNOWLEDGED,
        /** The transfer has ended. */
        RESOLVED,
        /** Nobody came in time, or whoever came wants more help: the next level is called. */
        ESCALATED,
        /** The next level is called, and still no desk has shown it. */
        UNDELIVERED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
