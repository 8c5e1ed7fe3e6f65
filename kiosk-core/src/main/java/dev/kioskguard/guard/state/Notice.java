package dev.kioskguard.guard.state;

import dev.kioskguard.guard.screen.Screen;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is told beside a transfer: about another business at the machine, or about a transfer that has not
 * moved yet.
 *
 * @param about the transfer that it is about; its own id where it is about none
 * @param wording what the application is told of; null where the guard itself wants it told
 * @param helped whether somebody was called to it
 */
public record Notice(
        String id, String sessionId, String about, @Nullable Wording wording, boolean helped, Screen screen) {

    /** A notice of the guard's own, about a transfer. */
    public static Notice ofTransfer(String transferId, String sessionId, Screen screen) {
        return new Notice(screen.id(), sessionId, transferId, null, false, screen);
    }

    /** Returns this after somebody was called to it. */
    public Notice helped(Screen now) {
        return new Notice(id, sessionId, about, wording, true, now);
    }

    /** Returns this on another screen. */
    public Notice on(Screen now) {
        return new Notice(id, sessionId, about, wording, helped, now);
    }

    /**
     * What was shown, so that it can be proven later.
     *
     * @param textDigest SHA-256 in hex over title and lines as the customer reads them
     * @param pack version of the content pack they are of
     */
    public record Wording(Subject subject, String textDigest, String pack) {}

    /** What a notice is about. */
    public enum Subject {
        WITHDRAWAL_TIP,
        ACCOUNT_OPENING,
        E_BANKING,
        PHONE_BINDING;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns whether this is only shown while something else goes on, and never waited for. */
        public boolean isTip() {
            return this == WITHDRAWAL_TIP;
        }
    }

    /** What has become of a notice. */
    public enum State {
        SHOWN,
        ACKNOWLEDGED,
        DECLINED,
        /** Nobody answered, or something else came before the customer. */
        LAPSED,
        /** Not shown: it is not for this customer, or there is nothing to show it on. */
        SKIPPED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
