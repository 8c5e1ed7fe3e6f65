package dev.kioskguard.web.desk.staff;

import java.util.Locale;

/** Why a request at the desk counts for nobody. */
public enum Refused {
    NO_SESSION("a request of nobody who has signed in"),
    UNKNOWN_SESSION("a session that is none here: another desk's, one that is over, or an invented one"),
    ENDED_SESSION("a session of somebody who was revoked, or has another PIN by now"),
    CAPTURED_ACTION("an action of another session, sent again");

    private final String detail;

    Refused(String detail) {
        this.detail = detail;
    }

    /** Returns the kind as a journal's line has it. */
    public String kind() {
        return "desk-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what it was, without a word of what was sent. */
    public String detail() {
        return detail;
    }
}
