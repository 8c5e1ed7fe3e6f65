package dev.kioskguard.guard.table;

import dev.kioskguard.transfer.EndState;
import java.util.Optional;

/**
 * Where one transfer stands between the application's request and its end.
 *
 * <pre>
 * REQUESTED → ASK_PURPOSE ⇄ BAIT_SURE        purpose first, a bait asked once more
 *                  ↓
 *                 ASK                        the five questions; skipped for registered family
 *                  ↓
 *               WARNING                      voice, text, sign, pop-up: proven or no clearance
 *                  ↓
 *  REMIND_BEWARE → REMIND_FAMILY → REMIND_TRUE
 *                                     ↓
 *              COMPREHENSION ⇄     CONFIRM → CONFIRM_AGAIN → CLEARED
 * aside, and back: HANG_UP, HELD, PAUSED     ends: STOPPED, WITHDRAWN, EXPIRED, REFUSED
 * </pre>
 */
public enum Stage {
    REQUESTED("asking"),
    ASK_PURPOSE("asking"),
    BAIT_SURE("asking"),
    ASK("asking"),
    WARNING("warning"),
    HANG_UP("hanging-up"),
    REMIND_BEWARE("reminding"),
    REMIND_FAMILY("reminding"),
    REMIND_TRUE("reminding"),
    COMPREHENSION("confirming"),
    CONFIRM("confirming"),
    CONFIRM_AGAIN("confirming"),
    HELD("held"),
    PAUSED("paused"),
    CLEARED(EndState.CLEARED),
    STOPPED(EndState.STOPPED),
    WITHDRAWN(EndState.WITHDRAWN),
    EXPIRED(EndState.EXPIRED),
    REFUSED(EndState.REFUSED);

    private final String word;
    private final Optional<EndState> end;

    Stage(String word) {
        this.word = word;
        this.end = Optional.empty();
    }

    Stage(EndState end) {
        this.word = end.word();
        this.end = Optional.of(end);
    }

    /** Returns the state by the word that outsiders use. */
    public String word() {
        return word;
    }

    public Optional<EndState> end() {
        return end;
    }

    public boolean isEnd() {
        return end.isPresent();
    }
}
