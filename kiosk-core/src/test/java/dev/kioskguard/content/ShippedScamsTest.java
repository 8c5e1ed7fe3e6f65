package dev.kioskguard.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.risk.Condition;
import dev.kioskguard.risk.Fact;
import dev.kioskguard.vision.Signal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which kind of fraud the shipped clues speak for: a typical visit of each of the 27, and an honest one of each
 * purpose.
 */
class ShippedScamsTest {

    /** From this sum on a kind is warned of by name. */
    private static final int WARNED_FROM = 5;

    private static final Set<String> SIGNALS =
            Arrays.stream(Signal.values()).map(Enum::name).collect(Collectors.toSet());

    private final ContentPack pack = ShippedContent.pack();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    arrears-to-police        | bait=police-check how-met=by-phone CALL_AT_EAR DICTATED_KEYING
                    fake-police-safe-account | bait=safe-account CALL_AT_EAR first-time
                    parcel                   | purpose=goods bait=police-check CALL_AT_EAR
                    card-consumption         | bait=safe-account PHONE_IN_HAND balance-share-large
                    fake-training-notice     | purpose=other other-what=deposit-or-fee PAPER_NOTE
                    family-accident          | purpose=medical medical-spoken=caller-only CALL_AT_EAR
                    kidnap                   | purpose=family-support CALL_AT_EAR balance-share-large
                    guess-who | purpose=lend-to-friend contact-now=phone know-payee=friend how-met=by-phone
                    boss-im-finance          | purpose=other know-payee=colleague contact-now=qq large-amount
                    friend-im-borrow         | purpose=lend-to-friend contact-now=qq know-payee=friend
                    romance                  | purpose=family-support know-payee=met-online how-met=app first-time
                    vice-blackmail           | purpose=other how-met=app other-what=cannot-say velocity
                    unexplained              | purpose=other coached=yes
                    tax-refund-car-house     | purpose=house bait=refund CALL_AT_EAR
                    prize                    | bait=prize-fee
                    refund-customer-service  | bait=refund CALL_AT_EAR
                    fake-loan-deposit        | bait=loan-deposit
                    brushing-job             | bait=task-job
                    social-security-subsidy  | bait=subsidy
                    fake-job                 | purpose=other other-what=deposit-or-fee how-met=app
                    fake-shopping            | purpose=goods know-payee=met-online first-time
                    invest-stock             | purpose=investment investment-advice=teacher-or-group
                    elder-pension-project    | purpose=investment elder large-amount
                    health-product           | purpose=goods goods-what=health-goods elder
                    cheap-travel             | purpose=other other-what=pay-service elder
                    wrong-payment-sms        | purpose=repay-debt PHONE_IN_HAND first-time
                    qr-trojan                | purpose=other contact-now=other PHONE_IN_HAND
                    """)
    void aTypicalVisitIsWarnedOfItsKind(String kind, String visit) {
        List<Scam> ranked = ranked(visit);

        assertThat(ranked.get(0).id()).isEqualTo(kind);
        assertThat(weight(ranked.get(0), visit)).isGreaterThanOrEqualTo(WARNED_FROM);
        assertThat(weight(ranked.get(0), visit))
                .as("not by chance of the order")
                .isGreaterThan(weight(ranked.get(1), visit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "family-support",
                "goods goods-what=daily-goods",
                "rent rent-viewed=viewed-home",
                "house house-account=contract-supervised",
                "renovation renovation-quote=quote-paper",
                "repay-debt loan-paper=written-paper loan-met=met-lately",
                "lend-to-friend loan-met=met-lately",
                "medical medical-spoken=spoke-patient",
                "school school-account=school-notice",
                "investment investment-advice=bank-adviser",
                "other other-what=gift-money",
            })
    void anHonestPurposeAloneIsWarnedOfNoFraud(String purpose) {
        String visit = "purpose=" + purpose + " know-payee=friend how-met=in-person contact-now=nobody coached=no";

        assertThat(weight(ranked(visit).get(0), visit)).isLessThan(WARNED_FROM);
    }

    @Test
    void thereAreTheTwentySevenKindsOfTheFieldEachWithItsSign() {
        assertThat(pack.script().scams()).hasSize(27);
        Set<String> signs = new TreeSet<>();
        Signs files = new Signs(ShippedContent.DIR.resolve("signs"));
        for (Scam scam : pack.script().scams()) {
            String sign = pack.words().told().scams().get(scam.id()).sign();
            assertThat(files.sign(sign)).as(scam.id()).isPresent();
            assertThat(signs.add(sign)).as("a sign of its own: " + sign).isTrue();
        }
        assertThat(pack.script().scams().stream().map(Scam::response).distinct())
                .hasSize(3);
    }

    @Test
    void everyPurposeHasAQuestionThatACoverStoryCannotAnswer() {
        Set<String> followedUp = pack.script().questions().stream()
                .flatMap(question -> question.when().answers().getOrDefault("purpose", Set.of()).stream())
                .collect(Collectors.toSet());

        assertThat(followedUp).containsExactlyInAnyOrderElementsOf(pack.script().purposes());
    }

    @Test
    void theExamplesSayThatTheyAreExamples() {
        assertThat(pack.words().told().cases()).hasSizeBetween(12, 20).allSatisfy((id, told) -> {
            assertThat(id).startsWith("example-");
            assertThat(told.place().zh()).startsWith("示例");
            assertThat(told.place().en()).startsWith("Example");
        });
    }

    @Test
    void aKindThatHasACaseHasAnotherSoThatTheyTakeTurns() {
        Map<String, Long> cases =
                pack.script().cases().stream().collect(Collectors.groupingBy(LocalCase::scam, Collectors.counting()));

        assertThat(cases)
                .isNotEmpty()
                .allSatisfy((kind, told) -> assertThat(told).as(kind).isGreaterThan(1));
    }

    /** The voice must not tell a threatener what the screen offers. */
    @Test
    void whoeverThreatensDoesNotHearOfHelp() throws Exception {
        assertThat(SpokenLine.shipped())
                .filteredOn(line -> line.clip().matches("(warning|ask\\.scam)\\.(kidnap|vice-blackmail)"))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line.words()).doesNotContain("求助", "威胁", "警"));
    }

    private List<Scam> ranked(String visit) {
        return pack.script().scams().stream()
                .sorted(Comparator.comparingInt((Scam scam) -> -weight(scam, visit)))
                .toList();
    }

    private static int weight(Scam scam, String visit) {
        Set<String> words = Set.of(visit.split(" "));
        return scam.clues().stream()
                .filter(clue -> holds(clue.when(), words))
                .mapToInt(Scam.Clue::weight)
                .sum();
    }

    private static boolean holds(Condition when, Set<String> visit) {
        assertThat(visit)
                .allMatch(word -> word.contains("=")
                        || SIGNALS.contains(word)
                        || Fact.of(word).isPresent());
        return when.answers().entrySet().stream().allMatch(answer -> anyOf(answer, visit))
                && (when.signals().isEmpty()
                        || when.signals().stream().anyMatch(signal -> visit.contains(signal.name())))
                && when.facts().stream().allMatch(fact -> visit.contains(fact.word()));
    }

    private static boolean anyOf(Map.Entry<String, Set<String>> answer, Set<String> visit) {
        return answer.getValue().stream().anyMatch(choice -> visit.contains(answer.getKey() + "=" + choice));
    }
}
