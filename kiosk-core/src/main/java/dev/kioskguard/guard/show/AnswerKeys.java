package dev.kioskguard.guard.show;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.state.Case;
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

    /** Eighteen purposes want every key that help and stop leave free. */
    static final List<Key> ALL_BUT_HELP_AND_STOP = List.of(
            Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.FIVE, Key.SIX, Key.SEVEN, Key.EIGHT, Key.NINE, Key.ZERO,
            Key.FDK01, Key.FDK02, Key.FDK03, Key.FDK04, Key.FDK05, Key.FDK06, Key.FDK07, Key.CLEAR);

    /** For a question with more answers than digits; repeat, slower, pause and help keep theirs. */
    private static final List<Key> MORE_THAN_DIGITS = List.of(Key.FDK01, Key.FDK02, Key.FDK03, Key.FDK04);

    private AnswerKeys() {}

    /**
     * Gives each answer a key; none that the screen before accepted, as long as there are others, and never the one
     * that was pressed last.
     */
    static List<Choice> keyed(Case subject, List<String> ids, Showing showing) {
        var keys = free(usedBefore(subject), ids.size(), showing);
        if (!subject.named().manner().keepsOrder()) {
            Collections.shuffle(keys, new Random(showing.chance().nextLong()));
        }
        var order = ordered(subject, ids, showing);
        var drawn = new ArrayList<>(keys.subList(0, Math.min(ids.size(), keys.size())));
        drawn.sort(Comparator.comparing(ALL_BUT_HELP_AND_STOP::indexOf));
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < drawn.size(); i++) {
            choices.add(Choice.of(order.get(i), drawn.get(i)));
        }
        return choices;
    }

    private static List<Key> free(Set<Key> used, int wanted, Showing showing) {
        var keys = new ArrayList<>(DIGITS);
        keys.removeAll(used);
        for (Key more : MORE_THAN_DIGITS) {
            if (keys.size() < wanted && !used.contains(more)) {
                keys.add(more);
            }
        }
        var again = new ArrayList<>(DIGITS);
        Collections.shuffle(again, new Random(showing.chance().nextLong()));
        again.addAll(MORE_THAN_DIGITS);
        for (Key key : again) {
            if (keys.size() < wanted && !keys.contains(key) && key != showing.pressed()) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static Set<Key> usedBefore(Case subject) {
        var used = EnumSet.noneOf(Key.class);
        Screen before = subject.screen();
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
