package dev.kioskguard.paging.channel;

import java.util.Locale;

/**
 * How a way to people stands.
 *
 * @param detail in words for an operator; empty where all is well
 * @param waiting pages that the other side has not confirmed as they stand
 */
public record ChannelStatus(State state, String detail, int waiting) {

    /** Returns whether the other side is there and takes what it is told. */
    public boolean isWell() {
        return state == State.CONNECTED && detail.isEmpty();
    }

    /** Whether the other side is there. */
    public enum State {
        /** Not yet, or not any more: it is tried again and again. */
        CONNECTING,
        CONNECTED,
        /** Closed by this side. */
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
