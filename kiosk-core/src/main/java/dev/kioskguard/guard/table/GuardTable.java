package dev.kioskguard.guard.table;

import static dev.kioskguard.guard.table.Duty.*;
import static dev.kioskguard.guard.table.Stage.*;
import static dev.kioskguard.guard.table.Turn.*;

import dev.kioskguard.guard.table.Row.Target;
import dev.kioskguard.guard.table.Row.Target.Back;
import dev.kioskguard.guard.table.Row.Target.Stay;
import dev.kioskguard.guard.table.Row.Target.To;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole policy on one page. A stage and a turn without a row change nothing. */
public final class GuardTable {

    /** A call at the ear interrupts these: from the first answer on. */
    public static final Set<Stage> INTERRUPTIBLE = Set.copyOf(
            EnumSet.of(ASK, WARNING, REMIND_BEWARE, REMIND_FAMILY, REMIND_TRUE, COMPREHENSION, CONFIRM, CONFIRM_AGAIN));

    /** A pause resumes at the warning, so it is offered only to those who have come that far. */
    public static final Set<Stage> PAUSABLE = Set.copyOf(
            EnumSet.of(WARNING, REMIND_BEWARE, REMIND_FAMILY, REMIND_TRUE, COMPREHENSION, CONFIRM, CONFIRM_AGAIN));

    /** Stages aside of the way, which lead back to the one that was left. */
    public static final Set<Stage> ASIDE = Set.copyOf(EnumSet.of(HANG_UP, HELD));

    private static final Set<Stage> ON_THE_WAY = with(INTERRUPTIBLE, ASK_PURPOSE, BAIT_SURE);
    private static final Set<Stage> UNHELD = with(ON_THE_WAY, HANG_UP);
    private static final Set<Stage> AT_THE_MACHINE = with(UNHELD, HELD);
    private static final Set<Stage> OPEN = with(AT_THE_MACHINE, PAUSED);

    private static final Set<Stage> TOLD_AGAIN = with(OPEN, CLEARED, STOPPED, WITHDRAWN, EXPIRED, REFUSED);

    private static final Back BACK = new Back();
    private static final Stay STAY = new Stay();

    // @formatter:off
    public static final List<Row> ROWS = List.of(
        row(REQUESTED,      REQUEST_TAKEN,        to(ASK_PURPOSE),   SHOW),
        row(REQUESTED,      PROMPT_IMPOSSIBLE,    to(REFUSED),       SHOW),
        row(REQUESTED,      PAYEE_LISTED,         to(REFUSED),       SHOW, PAGE),

        row(ASK_PURPOSE,    PURPOSE_GIVEN,        to(ASK),           SHOW),
        row(ASK_PURPOSE,    PURPOSE_GIVEN_EXEMPT, to(WARNING),       SHOW),
        row(ASK_PURPOSE,    BAIT_GIVEN,           to(BAIT_SURE),     SHOW),
        row(ASK_PURPOSE,    BAIT_GIVEN_AGAIN,     to(STOPPED),       SHOW, REMEMBER, RETURN_CARD),
        row(BAIT_SURE,      BAIT_DENIED,          to(ASK_PURPOSE),   SHOW),
        row(BAIT_SURE,      BAIT_CONFIRMED,       to(STOPPED),       SHOW, REMEMBER, RETURN_CARD),

        row(ASK,            ANSWERED,             STAY,              SHOW),
        row(ASK,            ANSWERED_LAST,        to(WARNING),       SHOW),
        row(ASK,            BAIT_GIVEN,           to(BAIT_SURE),     SHOW),
        row(ASK,            BAIT_GIVEN_AGAIN,     to(STOPPED),       SHOW, REMEMBER, RETURN_CARD),

        row(WARNING,        UNDERSTOOD,           to(REMIND_BEWARE), SHOW),
        row(WARNING,        PROMPT_UNPROVEN,      to(REFUSED),       SHOW, RETURN_CARD),
        row(WARNING,        HAPPENING,            to(HELD),          SHOW, PAGE),

        row(WARNING,        HAPPENING_ENDS,       to(STOPPED),       SHOW, REMEMBER, RETURN_CARD, PAGE),
        row(REMIND_BEWARE,  UNDERSTOOD,           to(REMIND_FAMILY), SHOW),
        row(REMIND_BEWARE,  HAPPENING,            to(HELD),          SHOW, PAGE),
        row(REMIND_FAMILY,  UNDERSTOOD,           to(REMIND_TRUE),   SHOW),
        row(REMIND_TRUE,    UNDERSTOOD,           to(CONFIRM),       SHOW),

        row(CONFIRM,        WARNING_WANTED,       to(WARNING),       SHOW),
        row(CONFIRM,        PERSON_WANTED,        to(HELD),          SHOW, PAGE),
        row(CONFIRM,        PROOF_WANTED,         to(COMPREHENSION), SHOW),
        row(CONFIRM,        DETAILS_WRONG,        to(STOPPED),       SHOW, RETURN_CARD),
        row(CONFIRM,        CONFIRMED,            to(CONFIRM_AGAIN), SHOW),
        row(COMPREHENSION,  UNDERSTOOD,           to(CONFIRM),       SHOW),
        row(COMPREHENSION,  MISTAKEN,             STAY,              SHOW),
        row(COMPREHENSION,  MISTAKEN_TWICE,       to(HELD),          SHOW, PAGE),
        row(CONFIRM_AGAIN,  WARNING_WANTED,       to(CONFIRM)),
        row(CONFIRM_AGAIN,  PERSON_WANTED,        to(CONFIRM)),
        row(CONFIRM_AGAIN,  PROOF_WANTED,         to(CONFIRM)),
        row(CONFIRM_AGAIN,  MISTAKEN,             STAY,              SHOW),
        row(CONFIRM_AGAIN,  MISTAKEN_TWICE,       to(HELD),          SHOW, PAGE),
        row(CONFIRM_AGAIN,  EVIDENCE_MISSING,     to(REFUSED),       SHOW, RETURN_CARD),
        row(CONFIRM_AGAIN,  CONFIRMED_AGAIN,      to(CLEARED),       CLEAR, SHOW),

        row(INTERRUPTIBLE,  CALL_BEGAN,           to(HANG_UP),       SHOW),
        row(HANG_UP,        CALL_OVER,            BACK,              SHOW),
        row(AT_THE_MACHINE, EVIDENCE_PAIRED,      STAY,              PAGE),
        row(TOLD_AGAIN,     REPEAT_ASKED,         STAY,              SHOW),

        row(AT_THE_MACHINE, SILENT_HELP,          STAY,              PAGE),
        row(UNHELD,         HELP_ASKED,           to(HELD),          SHOW, PAGE),
        row(HELD,           WENT_BACK,            BACK,              SHOW),
        row(HELD,           RELEASED_BY_ONE,      STAY,              SHOW),
        row(HELD,           RELEASED,             BACK,              SHOW),
        row(HELD,           NOBODY_CAME,          to(REFUSED),       SHOW, RETURN_CARD),
        row(UNHELD,         STAFF_HELD,           to(HELD),          SHOW),
        row(HELD,           STAFF_HELD,           STAY,              SHOW),
        row(OPEN,           STAFF_CANCELLED,      to(REFUSED),       SHOW, REMEMBER, RETURN_CARD),

        row(PAUSABLE,       PAUSE_ASKED,          to(PAUSED),        SHOW, RETURN_CARD),
        row(PAUSED,         RESUMED,              to(WARNING),       SHOW),
        row(PAUSED,         STOP_ASKED,           to(STOPPED),       SHOW, REMEMBER),
        row(PAUSED,         HELP_ASKED,           STAY,              PAGE),
        row(PAUSED,         PAUSE_LAPSED,         to(EXPIRED),       SHOW),

        row(AT_THE_MACHINE, STOP_ASKED,           to(STOPPED),       SHOW, REMEMBER, RETURN_CARD),
        row(AT_THE_MACHINE, SILENCE,              to(EXPIRED),       SHOW, RETURN_CARD),
        row(AT_THE_MACHINE, CARD_GONE,            to(WITHDRAWN),     SHOW),
        row(AT_THE_MACHINE, SCREEN_LOST,          to(REFUSED),       SHOW, RETURN_CARD),
        row(OPEN,           APPLICATION_WITHDREW, to(WITHDRAWN),     SHOW),
        row(OPEN,           CLOCK_JUMPED,         to(REFUSED),       SHOW, RETURN_CARD),
        row(OPEN,           RESTARTED,            to(REFUSED),       SHOW, RETURN_CARD),
        row(CLEARED,        CHEATED,              STAY,              SHOW, PAGE, CALL_BACK));
    // @formatter:on

    private static final Map<Stage, Map<Turn, Row>> INDEX = index();

    private GuardTable() {}

    /** Returns the row for this turn, or empty where the turn means nothing in that stage. */
    public static Optional<Row> row(Stage stage, Turn turn) {
        return Optional.ofNullable(INDEX.getOrDefault(stage, Map.of()).get(turn));
    }

    private static Map<Stage, Map<Turn, Row>> index() {
        var index = new EnumMap<Stage, Map<Turn, Row>>(Stage.class);
        ROWS.forEach(row -> row.from()
                .forEach(stage -> index.computeIfAbsent(stage, s -> new EnumMap<>(Turn.class))
                        .putIfAbsent(row.on(), row)));
        return index;
    }

    private static To to(Stage stage) {
        return new To(stage);
    }

    private static Row row(Stage from, Turn on, Target to, Duty... duties) {
        return new Row(Set.of(from), on, to, List.of(duties));
    }

    private static Row row(Set<Stage> from, Turn on, Target to, Duty... duties) {
        return new Row(from, on, to, List.of(duties));
    }

    private static Set<Stage> with(Set<Stage> stages, Stage... more) {
        var all = EnumSet.copyOf(stages);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
