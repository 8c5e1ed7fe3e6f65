package dev.kioskguard.guard.show;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.show.Screens.Showing;
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

    /** Gives each answer a key; none that the screen before went on with, as long as there are others. */
    static List<Choice> keyed(Case subject, List<String> ids, Showing showing) {
        var keys = new ArrayList<>(DIGITS);
        Set<Key> used = usedBefore(subject);
        if (ids.size() <= DIGITS.size() - used.size()) {
            keys.removeAll(used);
        } else if (ids.size() > DIGITS.size()) {
            keys.addAll(MORE_THAN_DIGITS.subList(0, ids.size() - DIGITS.size()));
        }
        Collections.shuffle(keys, new Random(showing.chance().nextLong()));
        var order = shuffled(ids, showing);
        var drawn = new ArrayList<>(keys.subList(0, Math.min(ids.size(), keys.size())));
        drawn.sort(Comparator.comparing(ALL_BUT_HELP_AND_STOP::indexOf));
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < drawn.size(); i++) {
            choices.add(Choice.of(order.get(i), drawn.get(i)));
        }
        return choices;
    }

    private static Set<Key> usedBefore(Case subject) {
        var used = EnumSet.noneOf(Key.class);
        Screen before = subject.screen();
        if (before != null) {
            before.choices().stream().map(Choice::key).filter(DIGITS::contains).forEach(used::add);
        }
        return used;
    }

    static List<String> shuffled(List<String> ids, Showing showing) {
        var order = new ArrayList<>(ids);
        Collections.shuffle(order, new Random(showing.chance().nextLong()));
        return order;
    }
}
