package dev.kioskguard.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.app.config.ShippedPolicy;
import dev.kioskguard.risk.RiskPolicy.Points;
import dev.kioskguard.transfer.Tier;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy may be, and what it says of its own rules. */
class RiskPolicyTest {

    private static final RiskPolicy SHIPPED = ShippedPolicy.RISK;

    private static RiskPolicy of(Map<String, Thresholds> classes, List<RiskRule> rules) {
        return new RiskPolicy(
                SHIPPED.version(), SHIPPED.points(), classes, rules, SHIPPED.listAgeMax(), SHIPPED.window());
    }

    private static RiskRule rule(String reason, int points, int tiersUp, Condition when) {
        return new RiskRule(reason, null, points, tiersUp, when);
    }

    @Test
    void aPolicyNeedsTheStandardClass() {
        var elderOnly = Map.of(
                RiskPolicy.ELDER, Objects.requireNonNull(SHIPPED.classes().get(RiskPolicy.STANDARD)));
        assertThatThrownBy(() -> of(elderOnly, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'standard'");
    }

    @Test
    void aRuleDoesNotAskForTheTierThatItMakes() {
        assertThatThrownBy(() -> rule("late", 1, 0, Condition.from(Tier.YELLOW)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'late'");
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 9", "2, 2, 9", "2, 1, 9", "2, 5, 5", "2, 5, 4"})
    void pointsThatDoNotRiseAreNoTiers(int yellow, int orange, int red) {
        assertThatThrownBy(() -> new Points(yellow, orange, red)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, GREEN", "1, YELLOW", "2, ORANGE", "3, RED", "99, RED"})
    void aTierBeginsAtItsPoints(int sum, Tier tier) {
        assertThat(new Points(1, 2, 3).tier(sum)).isEqualTo(tier);
    }

    @Test
    void aReasonWeighsByPointsOrByTiersAndOtherwiseIsOnlyTold() {
        RiskPolicy policy = of(
                SHIPPED.classes(),
                List.of(
                        rule("told", 0, 0, Condition.ALWAYS),
                        rule("points", 1, 0, Condition.ALWAYS),
                        rule("tiers", 0, 1, Condition.ALWAYS)));

        assertThat(policy.weighs("points")).isTrue();
        assertThat(policy.weighs("tiers")).isTrue();
        assertThat(policy.weighs("told")).isFalse();
        assertThat(policy.weighs("unheard-of")).isFalse();
    }

    @Test
    void whatARulePointsAtAndNobodyAsksIsNamed() {
        RiskPolicy policy = of(
                SHIPPED.classes(),
                List.of(
                        rule("a", 1, 0, Condition.answered("contact-now", "phone", "person")),
                        rule("b", 1, 0, Condition.answered("bait", "refund")),
                        rule("c", 2, 0, Condition.answered("bait", "refund"))));

        assertThat(policy.neverAsked(Map.of("contact-now", Set.of("phone", "nobody"))))
                .containsExactly("bait.refund", "contact-now.person");
        assertThat(policy.neverAsked(Map.of("contact-now", Set.of("phone", "person"), "bait", Set.of("refund"))))
                .isEmpty();
    }
}
