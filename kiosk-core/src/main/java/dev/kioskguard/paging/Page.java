package dev.kioskguard.paging;

import dev.kioskguard.vision.SignalChange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One call for a person to come to one machine because of one transfer.
 *
 * <pre>
 *                    delivered            acknowledged
 *        RAISED ------------------> DELIVERED ------> ACKNOWLEDGED --+
 *          |                            |                  ^         |
 *          | late                       | late             |         | the transfer ends,
 *          v          delivered         v     acknowledged |         | from any state
 *     UNDELIVERED --------------> ESCALATED ---------------+         v
 *                                                                RESOLVED
 * </pre>
 *
 * @param level {@link #LEVEL_FIRST} until the page is escalated to {@link #LEVEL_LAST}
 * @param tier the word of the transfer's tier
 * @param reasons codes of what stands against the transfer
 * @param signs what was seen: since when, how strong, and what speaks for it
 * @param script ids of the lines that the person who comes may say
 * @param deadline when the page is escalated unless somebody has acknowledged it; it stays what it was after that
 */
public record Page(
        String id,
        String machine,
        int level,
        String tier,
        List<String> reasons,
        List<SignalChange> signs,
        List<String> script,
        Instant raisedAt,
        Instant deadline,
        State state,
        String transferId) {

    /** The lobby manager's level. */
    public static final int LEVEL_FIRST = 1;

    /** The level of the head of the branch. */
    public static final int LEVEL_LAST = 2;

    public Page {
        reasons = List.copyOf(reasons);
        signs = List.copyOf(signs);
        script = List.copyOf(script);
    }

    /** Returns the page's id; a transfer has one page, so the transfer names it. */
    static String idFor(String transferId) {
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
                        script,
                        raisedAt,
                        deadline,
                        state,
                        transferId);
    }

    /** Returns this once the script of somebody's desk has shown it. */
    public Page delivered() {
        return switch (state) {
            case RAISED -> in(State.DELIVERED, level);
            case UNDELIVERED -> in(State.ESCALATED, level);
            case DELIVERED, ACKNOWLEDGED, ESCALATED, RESOLVED -> this;
        };
    }

    /** Returns this once somebody has said that they are coming; it implies delivery. */
    public Page acknowledged() {
        return isResolved() ? this : in(State.ACKNOWLEDGED, level);
    }

    /** Returns this once a person has asked for the next level. */
    public Page escalated() {
        return isResolved() ? this : in(State.ESCALATED, LEVEL_LAST);
    }

    /** Returns this once its transfer has ended. */
    public Page resolved() {
        return in(State.RESOLVED, level);
    }

    /** Returns this as it is when nobody has acknowledged it by {@code now}. */
    Page at(Instant now) {
        if (!waits() || now.isBefore(deadline)) {
            return this;
        }
        return in(state == State.RAISED ? State.UNDELIVERED : State.ESCALATED, LEVEL_LAST);
    }

    /** Returns whether the deadline still matters. */
    boolean waits() {
        return state == State.RAISED || state == State.DELIVERED;
    }

    public boolean isResolved() {
        return state == State.RESOLVED;
    }

    private Page in(State now, int nowLevel) {
        return new Page(id, machine, nowLevel, tier, reasons, signs, script, raisedAt, deadline, now, transferId);
    }

    /** What a page is made from. */
    public record Call(
            String machine,
            String transferId,
            String tier,
            List<String> reasons,
            List<SignalChange> signs,
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
