package dev.kioskguard.risk;

import dev.kioskguard.transfer.Tier;
import dev.kioskguard.vision.Signal;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a rule counts, a question is asked or a warning fits: every part that is given must hold.
 *
 * @param answers for each question any one of the choices
 * @param signals any one of them was seen in this visit; empty asks for none
 * @param facts all of them
 * @param tier at least this one so far; null asks for none
 */
public record Condition(
        Map<String, Set<String>> answers,
        Set<Signal> signals,
        Set<Fact> facts,
        @Nullable Tier tier) {

    public static final Condition ALWAYS = new Condition(Map.of(), Set.of(), Set.of(), null);

    public Condition {
        answers = answers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
        signals = Set.copyOf(signals);
        facts = Set.copyOf(facts);
    }

    public static Condition of(Fact... facts) {
        return new Condition(Map.of(), Set.of(), Set.of(facts), null);
    }

    public static Condition seen(Signal... signals) {
        return new Condition(Map.of(), Set.of(signals), Set.of(), null);
    }

    public static Condition answered(String question, String... choices) {
        return new Condition(Map.of(question, Set.of(choices)), Set.of(), Set.of(), null);
    }

    public static Condition from(Tier tier) {
        return new Condition(Map.of(), Set.of(), Set.of(), tier);
    }

    /** Returns whether this holds of the facts, in the tier that they have come to so far. */
    public boolean holds(Facts told, Tier soFar, RiskPolicy policy) {
        return areAnswered(told)
                && (signals.isEmpty() || !Collections.disjoint(signals, told.signals()))
                && areSo(told, policy)
                && (tier == null || soFar.compareTo(tier) >= 0);
    }

    // Each step of the guard asks this of every rule: loops, for streams were a fifth of a step's time.
    private boolean areAnswered(Facts told) {
        for (Map.Entry<String, Set<String>> wanted : answers.entrySet()) {
            if (!wanted.getValue().contains(told.answers().getOrDefault(wanted.getKey(), ""))) {
                return false;
            }
        }
        return true;
    }

    private boolean areSo(Facts told, RiskPolicy policy) {
        for (Fact fact : facts) {
            if (!FactTable.holds(fact, told, policy)) {
                return false;
            }
        }
        return true;
    }
}
