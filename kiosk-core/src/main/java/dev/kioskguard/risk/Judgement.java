package dev.kioskguard.risk;

import dev.kioskguard.transfer.Tier;
import java.util.List;
import java.util.Set;

/**
 * A tier and everything that speaks for it.
 *
 * @param reasons codes in the order of the rules
 */
public record Judgement(Tier tier, List<String> reasons, Set<EvidenceKind> kinds) {

    public static final Judgement NONE = new Judgement(Tier.GREEN, List.of(), Set.of());

    /** How many kinds of evidence call a person. */
    public static final int KINDS_FOR_PAGE = 2;

    public Judgement {
        reasons = List.copyOf(reasons);
        kinds = Set.copyOf(kinds);
    }

    public boolean callsAPerson() {
        return kinds.size() >= KINDS_FOR_PAGE;
    }

    /** Returns this judgement, in no lower a tier than before: within one transfer suspicion only grows. */
    public Judgement noLowerThan(Tier floor) {
        return new Judgement(tier.atLeast(floor), reasons, kinds);
    }
}
