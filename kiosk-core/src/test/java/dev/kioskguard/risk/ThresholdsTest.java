package dev.kioskguard.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.config.ShippedPolicy;
import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.transfer.TransferRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every limit of the shipped policy, just below, at and just above, for every class of customers. */
class ThresholdsTest {

    private static final RiskPolicy POLICY = ShippedPolicy.RISK;

    private static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    private static Facts facts(long minor, Payer.History history, Facts.Background background) {
        var payee = new Payee("张三", "6222020000001234", null, null, Payee.Standing.UNKNOWN);
        var request = new TransferRequest(
                TransferRequest.Kind.TRANSFER,
                new Money("CNY", minor),
                payee,
                new Payer(null, null, null, history),
                null);
        return new Facts(request, Map.of(), Set.of(), background);
    }

    private static Judgement judge(
            @Nullable String customerClass, long minor, @Nullable Long dayTotal, @Nullable Double share, int recent) {
        var history = new Payer.History(customerClass, null, dayTotal, share, null);
        return POLICY.judge(facts(minor, history, new Facts.Background(false, recent, LookUp.NOTHING)));
    }

    @ParameterizedTest
    @CsvSource({
        ", 49999.99, false", ", 50000, false", ", 50000.01, true",
        "standard, 49999.99, false", "standard, 50000, false", "standard, 50000.01, true",
        "elder, 49999.99, false", "elder, 50000, false", "elder, 50000.01, true",
        "student, 9999.99, false", "student, 10000, false", "student, 10000.01, true",
        "unheard-of, 50000, false", "unheard-of, 50000.01, true",
    })
    void anAmountIsLargeAboveTheLimitOfItsClassAndNotAtIt(String customerClass, String yuan, boolean large) {
        Judgement judgement = judge(customerClass, fen(yuan), null, null, 1);

        assertThat(judgement.reasons().contains("large-amount")).isEqualTo(large);
        assertThat(judgement.tier()).isEqualTo(large ? Tier.YELLOW : Tier.GREEN);
    }

    @ParameterizedTest
    @CsvSource({
        ", 299999.99, false", ", 300000, false", ", 300000.01, true",
        "elder, 299999.99, false", "elder, 300000, false", "elder, 300000.01, true",
        "student, 49999.99, false", "student, 50000, false", "student, 50000.01, true",
    })
    void aDayIsLargeAboveTheLimitOfItsClassAndNotAtIt(String customerClass, String yuan, boolean large) {
        assertThat(judge(customerClass, 100, fen(yuan), null, 1).reasons().contains("day-total-large"))
                .isEqualTo(large);
    }

    @ParameterizedTest
    @CsvSource({
        ", 0.79, false", ", 0.8, true", ", 0.81, true",
        "elder, 0.49, false", "elder, 0.5, true", "elder, 0.51, true",
        "student, 0.69, false", "student, 0.7, true", "student, 0.71, true",
    })
    void mostOfTheBalanceLeavesFromTheShareOfItsClassOn(String customerClass, double share, boolean large) {
        assertThat(judge(customerClass, 100, null, share, 1).reasons().contains("balance-share-large"))
                .isEqualTo(large);
    }

    @ParameterizedTest
    @CsvSource({
        ", 15, false",
        ", 16, true",
        "elder, 7, false",
        "elder, 8, true",
        "elder, 9, true",
        "student, 3, false",
        "student, 4, true",
        "student, 5, true",
    })
    void transfersAreManyFromTheCountOfTheirClassOn(String customerClass, int recent, boolean many) {
        assertThat(judge(customerClass, 100, null, null, recent).reasons().contains("velocity"))
                .isEqualTo(many);
    }

    @ParameterizedTest
    @CsvSource({
        "true, , 0.5, true", "false, , 0.5, false", ", , 0.5, false",
        "true, standard, 0.5, false", "true, unheard-of, 0.5, true", "true, unheard-of, 0.49, false",
    })
    void theIssuersFlagMakesAnElderWhereNoKnownClassIsGiven(
            @Nullable Boolean elder, @Nullable String customerClass, double share, boolean large) {
        var history = new Payer.History(customerClass, elder, null, share, null);

        assertThat(POLICY.judge(facts(100, history, Facts.Background.NOTHING))
                        .reasons()
                        .contains("balance-share-large"))
                .isEqualTo(large);
    }

    @ParameterizedTest
    @CsvSource({"PT23H59M59S, GREEN", "PT24H, GREEN", "PT24H0.001S, YELLOW", "P30D, YELLOW"})
    void aListOlderThanADayLiftsByOneTier(Duration age, Tier tier) {
        var background = new Facts.Background(false, 1, new LookUp(false, age, null));

        Judgement judgement = POLICY.judge(facts(100, Payer.History.UNKNOWN, background));

        assertThat(judgement.tier()).isEqualTo(tier);
        assertThat(judgement.reasons().contains("list-stale")).isEqualTo(tier != Tier.GREEN);
    }

    @Test
    void anOldListLiftsOneTierFromWhereverTheRestHasCome() {
        var old = new Facts.Background(true, 1, new LookUp(false, Duration.ofDays(2), null));
        var fresh = new Facts.Background(true, 1, new LookUp(false, Duration.ZERO, null));

        assertThat(POLICY.judge(facts(100, Payer.History.UNKNOWN, fresh)).tier())
                .isEqualTo(Tier.ORANGE);
        assertThat(POLICY.judge(facts(100, Payer.History.UNKNOWN, old)).tier()).isEqualTo(Tier.RED);
    }

    @ParameterizedTest
    @CsvSource({"CLEAR, ''", "UNKNOWN, lookup-silent", "WARNED, lookup-warned", ", ''"})
    void theBanksLookUpIsNamedAndOnlyAWarningCounts(PayeeLookUps.@Nullable Finding found, String reason) {
        var background = new Facts.Background(false, 1, new LookUp(null, null, found));

        Judgement judgement = POLICY.judge(facts(100, Payer.History.UNKNOWN, background));

        assertThat(String.join(
                        ",",
                        judgement.reasons().stream()
                                .filter(it -> it.startsWith("lookup"))
                                .toList()))
                .isEqualTo(reason);
        assertThat(judgement.tier()).isEqualTo(found == PayeeLookUps.Finding.WARNED ? Tier.YELLOW : Tier.GREEN);
        assertThat(judgement.kinds().contains(EvidenceKind.HOST)).isEqualTo(found == PayeeLookUps.Finding.WARNED);
    }
}
