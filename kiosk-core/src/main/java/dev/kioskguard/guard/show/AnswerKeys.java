package dev.kioskguard.guard.show;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.table.GuardTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Answers on keys: in an order and on keys that chance decides anew for every showing. */
final class AnswerKeys {

    private static final List<Key> DIGITS =
            List.of(Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.FIVE, Key.SIX, Key.SEVEN, Key.EIGHT, Key.NINE, Key.ZERO);

    /** What says the least. Whoever presses Clear only wants to take something back, and must not have said more. */
    private static final String OTHER = "other";

    private static final List<Key> ALL_BUT_HELP_AND_STOP = List.of(
            Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.FIVE, Key.SIX, Key.SEVEN, Key.EIGHT, Key.NINE, Key.ZERO,
            Key.FDK01, Key.FDK02, Key.FDK03, Key.FDK04, Key.FDK05, Key.FDK06, Key.FDK07, Key.CLEAR);

    /**
     * For a question with more answers than digits; repeat, slower, help, and pause where it is offered keep theirs.
     * With these every question finds keys that the one before it had not.
     */
    private static final List<Key> MORE_THAN_DIGITS =
            List.of(Key.FDK01, Key.FDK02, Key.FDK03, Key.FDK04, Key.FDK07, Key.CLEAR);

    private AnswerKeys() {}

    /**
     * Gives each answer a key; none that the screen before accepted, as long as there are others, and never the one
     * that was pressed last.
     */
    static List<Choice> keyed(Case subject, List<String> ids, Showing showing) {
        var keys = free(subject, ids.size(), showing);
        if (!subject.named().manner().keepsOrder()) {
            Collections.shuffle(keys, new Random(showing.chance().nextLong()));
        }
        return on(keys, ordered(subject, ids, showing));
    }

    /**
     * Gives each purpose a key. Eighteen of them want every key that help and stop leave free, so that this is the one
     * screen that accepts keys of the one before it and of the one after it; fewer leave out the key that was pressed
     * last. Where even that one is needed, pressed again at once it is a slip, as on every screen.
     */
    static List<Choice> keyedAll(Case subject, List<String> ids, Showing showing) {
        var keys = new ArrayList<>(ALL_BUT_HELP_AND_STOP);
        if (ids.size() < keys.size()) {
            keys.remove(showing.pressed());
        }
        return on(keys, ordered(subject, ids, showing));
    }

    private static List<Choice> on(List<Key> keys, List<String> order) {
        var drawn = new ArrayList<>(keys.subList(0, Math.min(order.size(), keys.size())));
        drawn.sort(Comparator.comparing(ALL_BUT_HELP_AND_STOP::indexOf));
        var ids = new ArrayList<>(order);
        if (drawn.contains(Key.CLEAR) && ids.remove(OTHER)) {
            // Clear is the last of the keys.
            ids.add(drawn.size() - 1, OTHER);
        }
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < drawn.size(); i++) {
            choices.add(Choice.of(ids.get(i), drawn.get(i)));
        }
        return choices;
    }

    private static List<Key> free(Case subject, int wanted, Showing showing) {
        Set<Key> used = usedBefore(subject, showing);
        var more = new ArrayList<>(MORE_THAN_DIGITS);
        if (GuardTable.PAUSABLE.contains(subject.stage())) {
            more.remove(Key.FDK07);
        }
        var keys = new ArrayList<>(DIGITS);
        keys.removeAll(used);
        for (Key key : more) {
            if (keys.size() < wanted && !used.contains(key)) {
                keys.add(key);
            }
        }
        var again = new ArrayList<>(DIGITS);
        Collections.shuffle(again, new Random(showing.chance().nextLong()));
        again.addAll(more);
        for (Key key : again) {
            if (keys.size() < wanted && !keys.contains(key) && key != showing.pressed()) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static Set<Key> usedBefore(Case subject, Showing showing) {
        var used = EnumSet.noneOf(Key.class);
        Screen before = showing.answered() == null
                ? subject.screen()
                : showing.answered().on();
        if (before != null) {
            before.choices().stream()
                    .map(Choice::key)
                    .filter(ALL_BUT_HELP_AND_STOP::contains)
                    .forEach(used::add);
        }
        return used;
    }

    /** Returns the answers in an order of chance, or in their own for somebody who has to remember them. */
    static List<String> ordered(Case subject, List<String> ids, Showing showing) {
        var order = new ArrayList<>(ids);
        if (!subject.named().manner().keepsOrder()) {
            Collections.shuffle(order, new Random(showing.chance().nextLong()));
        }
        return order;
    }
}
