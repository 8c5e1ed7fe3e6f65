package dev.kioskguard.paging;

import static dev.kioskguard.paging.Happening.*;
import static dev.kioskguard.paging.Page.State.*;

import dev.kioskguard.paging.Page.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is called after whom, on one page. What has no rung changes nothing: a page that is over stays over, and one that
 * somebody has taken is not taken away by a clock.
 */
public final class Ladder {

    private static final Set<State> OPEN = Set.copyOf(EnumSet.complementOf(EnumSet.of(RESOLVED)));

    // @formatter:off
    public static final List<Rung> RUNGS = List.of(
        new Rung(Set.of(RAISED),                 SEEN,        DELIVERED,    Step.STAY),
        new Rung(Set.of(UNDELIVERED),            SEEN,        ESCALATED,    Step.STAY),
        new Rung(OPEN,                           TAKEN,       ACKNOWLEDGED, Step.STAY),
        new Rung(OPEN,                           MORE_WANTED, ESCALATED,    Step.UP),
        new Rung(Set.of(RAISED, UNDELIVERED),    LATE,        UNDELIVERED,  Step.UP),
        new Rung(Set.of(DELIVERED, ESCALATED),   LATE,        ESCALATED,    Step.UP),
        new Rung(OPEN,                           OVER,        RESOLVED,     Step.STAY));
    // @formatter:on

    private Ladder() {}

    /** Returns the rung that a page in this state takes, or empty where the happening means nothing to it. */
    public static Optional<Rung> rung(State from, Happening on) {
        return RUNGS.stream()
                .filter(rung -> rung.on() == on && rung.from().contains(from))
                .findFirst();
    }

    /** One line of the table: in any of these states, when this happens, be in that one, on this level or the next. */
    public record Rung(Set<State> from, Happening on, State to, Step step) {

        public Rung {
            from = Set.copyOf(from);
        }
    }

    /** Whether the next level is called; above the last there is none. */
    public enum Step {
        STAY,
        UP
    }
}
