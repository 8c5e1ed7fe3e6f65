package dev.kioskguard.risk;

import org.jspecify.annotations.Nullable;

/**
 * One line of the risk policy: a named reason, when it holds, and how much it weighs.
 *
 * @param reason the code under which it stands in a verdict; its words are the content pack's
 * @param kind what kind of evidence it is; null for what never counts towards a page
 * @param points added to the sum
 * @param tiersUp how many tiers it lifts a transfer above what the sum comes to
 * @param when never asks for a tier, which is only known after all rules
 */
public record RiskRule(String reason, @Nullable EvidenceKind kind, int points, int tiersUp, Condition when) {
    public RiskRule {
        if (when.tier() != null) {
            throw new IllegalArgumentException(
                    "rule '" + reason + "' asks for a tier; rules are what a tier is made of");
        }
    }
}
