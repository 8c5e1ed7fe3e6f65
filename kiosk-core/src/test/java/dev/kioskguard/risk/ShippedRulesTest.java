package dev.kioskguard.risk;

import static dev.kioskguard.risk.Facts.Background.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.config.ShippedPolicy;
import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.Relation;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.vision.Signal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShippedRulesTest {

    private static final long SMALL = 100;

    private static TransferRequest request(long minor, Payee.Standing standing, Payer payer, @Nullable String region) {
        var payee = new Payee("张三", "6222020000001234", "ICBC", region, standing);
        return new TransferRequest(TransferRequest.Kind.TRANSFER, new Money("CNY", minor), payee, payer, null);
    }

    private static Judgement judge(TransferRequest request) {
        return ShippedPolicy.RISK.judge(new Facts(request, Map.of(), Set.of(), NOTHING));
    }

    private static Judgement answering(String question, String choice) {
        return ShippedPolicy.RISK.judge(new Facts(
                request(SMALL, Payee.Standing.UNKNOWN, Payer.UNKNOWN, null),
                Map.of("purpose", "goods", question, choice),
                Set.of(),
                NOTHING));
    }

    private static Judgement of(Payer.History history) {
        return judge(request(SMALL, Payee.Standing.UNKNOWN, new Payer(null, null, null, history), null));
    }

    @ParameterizedTest
    @CsvSource({"1, GREEN", "2, YELLOW", "4, YELLOW", "5, ORANGE", "8, ORANGE", "9, RED"})
    void pointsNameTheTier(int points, Tier tier) {
        assertThat(ShippedPolicy.RISK.points().tier(points)).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({"4999999, false", "5000000, false", "5000001, true"})
    void anAmountIsLargeAboveFiftyThousandYuan(long minor, boolean large) {
        Judgement judgement = judge(request(minor, Payee.Standing.UNKNOWN, Payer.UNKNOWN, null));

        assertThat(judgement.reasons().contains("large-amount")).isEqualTo(large);
        assertThat(judgement.tier()).isEqualTo(large ? Tier.YELLOW : Tier.GREEN);
    }

    @ParameterizedTest
    @CsvSource({"29999999, false", "30000000, false", "30000001, true"})
    void aDayTotalIsLargeAboveThreeHundredThousandYuan(long minor, boolean large) {
        assertThat(of(new Payer.History(null, null, minor, null, null))
                        .reasons()
                        .contains("day-total-large"))
                .isEqualTo(large);
    }

    @ParameterizedTest
    @CsvSource({"0.79, false", "0.8, true", "0.81, true"})
    void fourFifthsOfTheBalanceAreNearlyAll(double share, boolean large) {
        assertThat(of(new Payer.History(null, null, null, share, null))
                        .reasons()
                        .contains("balance-share-large"))
                .isEqualTo(large);
    }

    @ParameterizedTest
    @CsvSource({
        "coached, yes, coached, ORANGE",
        "know-payee, stranger, stranger, YELLOW",
        "know-payee, met-online, met-online, YELLOW",
        "how-met, by-phone, met-by-phone, YELLOW",
        "how-met, group, met-by-phone, YELLOW",
        "contact-now, wechat, in-contact-now, GREEN",
        "purpose-again, rent, purpose-contradicted, YELLOW",
    })
    void anAnswerSpeaksAgainstTheTransfer(String question, String choice, String reason, Tier tier) {
        Judgement judgement = answering(question, choice);

        assertThat(judgement.reasons()).contains(reason);
        assertThat(judgement.tier()).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({"coached, no", "know-payee, friend", "how-met, in-person", "contact-now, nobody", "purpose-again, goods"
    })
    void anInnocentAnswerDoesNot(String question, String choice) {
        assertThat(answering(question, choice).reasons()).allMatch(reason -> reason.startsWith("unknown-"));
    }

    @Test
    void aDeniedFirstTimeContradictsTheHost() {
        var first = request(SMALL, new Payee.Standing(null, true, null), Payer.UNKNOWN, null);

        assertThat(ShippedPolicy.RISK
                        .judge(new Facts(first, Map.of("first-time", "no"), Set.of(), NOTHING))
                        .reasons())
                .contains("first-time", "first-time-contradicted");
        assertThat(ShippedPolicy.RISK
                        .judge(new Facts(first, Map.of("first-time", "yes"), Set.of(), NOTHING))
                        .reasons())
                .contains("first-time")
                .doesNotContain("first-time-contradicted");
        assertThat(answering("first-time", "no").reasons()).doesNotContain("first-time-contradicted");
    }

    @Test
    void regionsCountOnlyWhereBothAreKnownAndDiffer() {
        var here = new Payer(null, null, "310000", Payer.History.UNKNOWN);

        assertThat(judge(request(SMALL, Payee.Standing.UNKNOWN, here, "440000")).reasons())
                .contains("other-region")
                .doesNotContain("unknown-region");
        assertThat(judge(request(SMALL, Payee.Standing.UNKNOWN, here, "310000")).reasons())
                .doesNotContain("other-region", "unknown-region");
        assertThat(judge(request(SMALL, Payee.Standing.UNKNOWN, here, null)).reasons())
                .contains("unknown-region")
                .doesNotContain("other-region");
        assertThat(judge(request(SMALL, Payee.Standing.UNKNOWN, Payer.UNKNOWN, "440000"))
                        .reasons())
                .contains("unknown-region")
                .doesNotContain("other-region");
    }

    @Test
    void whatTheHostDoesNotTellIsNamedAndRaisesNothing() {
        Judgement judgement = judge(request(SMALL, Payee.Standing.UNKNOWN, Payer.UNKNOWN, null));

        assertThat(judgement)
                .isEqualTo(new Judgement(
                        Tier.GREEN,
                        List.of("unknown-relation", "unknown-history", "unknown-region", "unknown-balance"),
                        Set.of()));
    }

    @ParameterizedTest
    @EnumSource
    void theRegisteredRelationIsNamedWhereItSparesTheQuestions(Relation relation) {
        boolean spared = Set.of(Relation.SELF, Relation.SPOUSE, Relation.CHILD).contains(relation);

        assertThat(judge(request(SMALL, new Payee.Standing(relation, null, null), Payer.UNKNOWN, null))
                        .reasons()
                        .contains("exempt-relation"))
                .isEqualTo(spared);
    }

    @ParameterizedTest
    @EnumSource
    void everySignalIsNamedAndOneAloneCallsNobody(Signal signal) {
        var facts = new Facts(
                request(SMALL, Payee.Standing.UNKNOWN, Payer.UNKNOWN, null), Map.of(), Set.of(signal), NOTHING);

        Judgement judgement = ShippedPolicy.RISK.judge(facts);

        assertThat(judgement.reasons()).contains(signal.reason());
        assertThat(judgement.callsAPerson()).isFalse();
        assertThat(judgement.tier()).isIn(Tier.GREEN, Tier.YELLOW);
    }

    @Test
    void twoKindsOfEvidenceAreOrangeHoweverSmall() {
        var facts = new Facts(
                request(SMALL, Payee.Standing.UNKNOWN, Payer.UNKNOWN, null),
                Map.of(),
                Set.of(Signal.PAPER_NOTE, Signal.HESITATION),
                NOTHING);

        assertThat(ShippedPolicy.RISK.judge(facts).tier()).isEqualTo(Tier.ORANGE);
        assertThat(ShippedPolicy.RISK.judge(facts).callsAPerson()).isTrue();
    }

    @Test
    void aRememberedStopStartsAtOrangeAndTheHostsFlagIsAKindOfItsOwn() {
        var plain = request(SMALL, Payee.Standing.UNKNOWN, Payer.UNKNOWN, null);

        assertThat(ShippedPolicy.RISK
                        .judge(new Facts(plain, Map.of(), Set.of(), new Facts.Background(true, 1, LookUp.NOTHING)))
                        .tier())
                .isEqualTo(Tier.ORANGE);
        assertThat(of(new Payer.History(null, null, null, null, true)).kinds()).containsExactly(EvidenceKind.HOST);
        assertThat(of(new Payer.History(null, null, null, null, false)).kinds()).isEmpty();
    }

    @Test
    void withinATransferATierNeverFalls() {
        assertThat(Judgement.NONE.noLowerThan(Tier.RED).tier()).isEqualTo(Tier.RED);
        assertThat(new Judgement(Tier.RED, List.of(), Set.of())
                        .noLowerThan(Tier.YELLOW)
                        .tier())
                .isEqualTo(Tier.RED);
    }
}
