package dev.kioskguard.guard.show;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.event.NoticeWanted;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.screen.Screen.Kind;
import dev.kioskguard.guard.screen.Screen.Look;
import dev.kioskguard.guard.screen.Screen.Times;
import dev.kioskguard.guard.state.CardMemory.Pending;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The screens of notices, which belong to no transfer that is under way. */
public final class NoticeScreens {

    /** On a notice the word for stopping is another: no transfer is there to be stopped. */
    private static final Choice NOT_NOW = new Choice(Offers.STOP, Key.CANCEL, "notice.stop", null);

    private static final Choice HELP = Choice.of(Offers.HELP, Key.FDK08);

    private static final Choice REPEAT = Choice.of(Offers.REPEAT, Key.FDK06);

    /** Behind the id of a screen that is told once more; every other time it is the first id again. */
    private static final String AGAIN = "-again";

    /** Never Enter, which is what a hand presses that does not read. */
    private static final List<Key> TO_UNDERSTAND =
            List.of(Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.FIVE, Key.SIX, Key.SEVEN, Key.EIGHT, Key.NINE);

    private NoticeScreens() {}

    /**
     * Returns the screen that tells of a transfer that can still be called back.
     *
     * @param patience how long it waits once it may be answered
     */
    public static Screen pending(
            Pending transfer, Visit visit, Manner manner, Instant at, Duration least, Duration patience) {
        return screen(
                transfer.transferId() + "-" + visit.sessionId(),
                "notice.pending",
                Map.of("until", transfer.until().toString()),
                List.of(Choice.of(Offers.CHEATED, Key.FDK03), Choice.of(Offers.DONE, Key.FDK07), REPEAT),
                times(at, least, patience),
                manner);
    }

    /** Returns the screen that tells what has been asked of the bank for a customer who was cheated. */
    public static Screen calledBack(Screen before, Instant at, Limits limits) {
        return screen(
                before.id() + "-called-back",
                "result.cheated",
                Map.of(),
                List.of(Choice.of(Offers.DONE, Key.FDK07), REPEAT),
                times(at, limits.dwell().question(), limits.held()),
                before.look().manner());
    }

    /** Returns a tip: nothing to answer, and gone by itself. */
    public static Screen tip(String id, NoticeWanted wanted, Manner manner, Instant at, Limits limits) {
        return of(id, wanted, List.of(), times(at, Duration.ZERO, limits.result()), manner);
    }

    /** Returns a notice that waits for its answer, once there was time to read it. */
    public static Screen asking(String id, NoticeWanted wanted, Manner manner, Times times, RandomGenerator chance) {
        Key key = manner.keepsOrder() ? Key.ONE : TO_UNDERSTAND.get(chance.nextInt(TO_UNDERSTAND.size()));
        return of(id, wanted, List.of(Choice.of(Offers.UNDERSTOOD, key), REPEAT, HELP, NOT_NOW), times, manner);
    }

    /** Returns when a screen may be answered, and how long it waits. */
    public static Times times(Instant at, Duration least, Duration most) {
        return new Times(at, at.plus(least), at.plus(least).plus(most), false, 0);
    }

    /** Returns a screen that waits until somebody has come. */
    public static Screen waiting(Screen screen, Instant until) {
        Times times = screen.times();
        return retimed(
                screen, screen.id(), new Times(times.shown(), times.ready(), until, times.slow(), times.extended()));
    }

    /** Returns a screen told once more, which waits as long again unless it was told too often. */
    public static Screen again(Screen screen, Instant at) {
        Times times = screen.times();
        String id = screen.id();
        boolean longer = times.extended() < Limits.EXTENSIONS_MAX;
        return retimed(
                screen,
                id.endsWith(AGAIN) ? id.substring(0, id.length() - AGAIN.length()) : id + AGAIN,
                new Times(
                        at,
                        times.ready(),
                        longer ? at.plus(Duration.between(times.shown(), times.expires())) : times.expires(),
                        times.slow(),
                        longer ? times.extended() + 1 : times.extended()));
    }

    private static Screen retimed(Screen screen, String id, Times times) {
        return new Screen(
                id,
                screen.kind(),
                null,
                screen.textId(),
                screen.arguments(),
                screen.choices(),
                null,
                null,
                times,
                screen.look());
    }

    private static Screen of(String id, NoticeWanted wanted, List<Choice> choices, Times times, Manner manner) {
        String textId = "notice." + wanted.wording().subject().word();
        return screen(id, textId, Map.of(), choices, times, manner);
    }

    private static Screen screen(
            String id, String textId, Map<String, String> arguments, List<Choice> choices, Times times, Manner manner) {
        var look = new Look(manner, null, null);
        return new Screen(id, Kind.NOTICE, null, textId, arguments, choices, null, null, times, look);
    }
}
