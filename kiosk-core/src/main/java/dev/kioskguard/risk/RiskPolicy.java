package dev.kioskguard.risk;

import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.Tier;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How a transfer is judged: a sum of named reasons, from a table that a compliance officer can read.
 *
 * @param version the bank's own; it changes with every change of a line, so that a verdict can be judged by the rules
 *     of its day
 * @param points from how many points on a transfer is yellow, orange, red
 * @param classes thresholds by the customer's class; {@value #STANDARD} is always there
 * @param listAgeMax from when on the list of suspect payees is too old to be trusted
 * @param window in which transfers with one card are counted
 */
public record RiskPolicy(
        String version,
        Points points,
        Map<String, Thresholds> classes,
        List<RiskRule> rules,
        Duration listAgeMax,
        Duration window) {

    public static final String STANDARD = "standard";

    /** The class of customers whom the issuer calls elder and gives no other class. */
    public static final String ELDER = "elder";

    public RiskPolicy {
        classes = Map.copyOf(classes);
        rules = List.copyOf(rules);
        if (!classes.containsKey(STANDARD)) {
            throw new IllegalArgumentException("a risk policy needs thresholds for the class '" + STANDARD + "'");
        }
    }

    /** Returns tier and reasons of these facts: the same facts, the same judgement. */
    public Judgement judge(Facts facts) {
        List<RiskRule> holding = rules.stream()
                .filter(rule -> rule.when().holds(facts, Tier.GREEN, this))
                .toList();
        var kinds = EnumSet.noneOf(EvidenceKind.class);
        holding.stream().map(RiskRule::kind).filter(Objects::nonNull).forEach(kinds::add);
        Tier floor = kinds.size() >= Judgement.KINDS_FOR_PAGE ? Tier.ORANGE : Tier.GREEN;
        Tier tier = points.tier(holding.stream().mapToInt(RiskRule::points).sum());
        for (int up = holding.stream().mapToInt(RiskRule::tiersUp).sum(); up > 0; up--) {
            tier = tier.up();
        }
        // Two kinds are orange by themselves; what lifts the sum does not lift that once more.
        return new Judgement(
                tier.atLeast(floor),
                holding.stream().map(RiskRule::reason).distinct().toList(),
                kinds);
    }

    /** Returns whether a reason ever counts against a transfer, or is only told. */
    public boolean weighs(String reason) {
        return rules.stream()
                .filter(rule -> rule.reason().equals(reason))
                .anyMatch(rule -> rule.points() > 0 || rule.tiersUp() > 0);
    }

    /**
     * Returns the thresholds of this customer's class; one that the policy does not know counts as if none was given.
     */
    Thresholds thresholds(Payer payer) {
        String named = payer.history().customerClass();
        boolean elder = Boolean.TRUE.equals(payer.history().elder());
        Thresholds flagged = elder ? classes.get(ELDER) : null;
        Thresholds usual = flagged == null ? Objects.requireNonNull(classes.get(STANDARD)) : flagged;
        return named == null ? usual : classes.getOrDefault(named, usual);
    }

    /** Returns every question, with the choices, that some rule points at and that the caller's list does not offer. */
    public List<String> neverAsked(Map<String, Set<String>> offered) {
        return rules.stream()
                .flatMap(rule -> rule.when().answers().entrySet().stream())
                .flatMap(wanted -> wanted.getValue().stream()
                        .filter(choice ->
                                !offered.getOrDefault(wanted.getKey(), Set.of()).contains(choice))
                        .map(choice -> wanted.getKey() + "." + choice))
                .distinct()
                .sorted()
                .toList();
    }

    /** From how many points on a transfer is in each tier. */
    public record Points(int yellow, int orange, int red) {
        public Points {
            if (yellow < 1 || orange <= yellow || red <= orange) {
                throw new IllegalArgumentException("points must rise from yellow (at least 1) over orange to red");
            }
        }

        Tier tier(int sum) {
            if (sum >= red) {
                return Tier.RED;
            }
            if (sum >= orange) {
                return Tier.ORANGE;
            }
            return sum >= yellow ? Tier.YELLOW : Tier.GREEN;
        }
    }
}
