package dev.kioskguard.sim.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.ScreenText;
import dev.kioskguard.content.Text;
import dev.kioskguard.content.Words;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.guard.table.GuardTable;
import dev.kioskguard.guard.table.Row.Target;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import dev.kioskguard.sim.story.Story.Outcome;
import dev.kioskguard.sim.story.StoryPlayer;
import dev.kioskguard.sim.story.Workshops;
import dev.kioskguard.sim.story.read.StoryReader;
import dev.kioskguard.sim.story.virtual.Workshop;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules that a transfer at a machine must meet, one clause a test. What they come to is printed as a page by the
 * build, {@code simulator/target/regulation.md}: clause, screen, test, result.
 */
class RegulationTest {

    @RegisterExtension
    static final ClausePage PAGE = new ClausePage();

    private static final Workshop WORKSHOP = Workshops.shipped(1);
    private static final Words WORDS =
            ContentPacks.read(Workshops.config().resolve("content")).words();

    private static final String KNOWN = "relation: none, firstTime: false, listed: false";

    /** A customer with a card asks for a transfer of 2,000 yuan; a test says the rest. */
    private static void holds(String given, String payee, String more, String... steps) {
        holds(200_000, given, payee, more, steps);
    }

    private static void holds(long minor, String given, String payee, String more, String... steps) {
        String transfer = "transfer: {amount: {currency: CNY, minor: %d}, payee: {name: 李明, %s, bank: 示范银行, %s}, %s}"
                .formatted(minor, "account: \"6222020000000000109\"", payee, more);
        String text =
                "story: a clause\nwhy: a clause\ngiven: {%s}\nsteps:\n  - insert-card\n  - enter-pin\n  - %s\n  - %s\n"
                        .formatted(given, transfer, String.join("\n  - ", steps));
        Outcome outcome = new StoryPlayer(WORKSHOP::stage, any -> WORKSHOP.chance())
                .play(StoryReader.parse(Path.of("clause"), text));
        assertThat(outcome.failure()).isNull();
    }

    @Test
    @Clause(value = "V1 银发〔2016〕261号: 24 hours", screen = "result")
    void v01ATransferThatWaitsADayMovesAfterADayAndNotBefore() {
        holds(
                "card: honest",
                KNOWN,
                "payer: {bank: 示范银行}, delay: 24-hours",
                "as: honest",
                "expect: {verdict: cleared, paid: 0, pending: 1, within: 5m}",
                "pull-card",
                "advance: PT23H",
                "expect: {paid: 0}",
                "advance: PT2H",
                "expect: {paid: 1}");
    }

    @Test
    @Clause(value = "V1 261: own account at the same bank", screen = "result")
    void v01ToOnesOwnAccountAtTheSameBankItMovesAtOnce() {
        holds(
                "card: honest",
                "relation: self, firstTime: false, listed: false",
                "payer: {bank: 示范银行}",
                "as: honest",
                "expect: {verdict: cleared, reason: own-account-same-bank, paid: 1, within: 5m}");
    }

    @Test
    @Clause(value = "V2 261: withdrawn within the 24 hours", screen = "result")
    void v02ADelayedTransferCanBeWithdrawnUntilItMoves() {
        holds(
                "card: honest",
                KNOWN,
                "payer: {bank: 示范银行}, delay: 24-hours",
                "as: honest",
                "expect: {verdict: cleared, pending: 1, within: 5m}",
                "pull-card",
                "advance: PT23H",
                "host: {cancel: true}",
                "expect: {pending: 0}",
                "advance: PT2H",
                "expect: {paid: 0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-hours", "next-day", "24-hours"})
    @Clause(value = "V3 261, V6 85: when it moves, and how it is withdrawn", screen = "confirm, result")
    void v03EveryDelayedResultSaysWhenItMovesAndHowToWithdraw(String mode) {
        String result = zh(WORDS.screen("result.cleared." + mode));
        assertThat(result).contains("{until}", "撤销", "{hotline}");
        assertThat(zh(WORDS.screen("confirm." + mode))).contains("撤销");
        assertThat(zh(WORDS.screen("result.cleared.real-time"))).as("control").doesNotContain("在此之前可以撤销");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mute", "dead"})
    @Clause(value = "V4 261: no voice, no transfer", screen = "result")
    void v04WithoutAVoiceNothingIsTransferred(String fault) {
        holds(
                "card: honest, faults: [{device: speaker, fault: " + fault + "}]",
                KNOWN,
                "payer: {bank: 示范银行}",
                "expect: {verdict: refused, reason: speaker-mute, paid: 0, card: inside}");
    }

    @Test
    @Clause(value = "V4 261: Chinese for the key fields in every language", screen = "warning, confirm, confirm-again")
    void v04EveryScreenHasItsChineseWords() {
        assertThat(WORDS.screens())
                .allSatisfy(id -> assertThat(zh(WORDS.screen(id))).as(id).containsPattern("[\\u4e00-\\u9fff]"));
        holds(
                "card: honest, language: en",
                KNOWN,
                "payer: {bank: 示范银行}",
                "as: honest",
                "expect: {verdict: cleared, paid: 1, within: 5m}");
    }

    @Test
    @Clause(value = "V5 银发〔2019〕85号: real time only when it was said", screen = "confirm")
    void v05TheRealTimeSentenceNamesPayeeAccountAndAmount() {
        assertThat(zh(WORDS.screen("confirm.real-time"))).contains("{payee}", "{account}", "{amount}", "实时到账");
        holds(
                "card: honest",
                KNOWN,
                "payer: {bank: 示范银行}",
                "as: honest",
                "expect: {verdict: cleared, paid: 1, pending: 0, within: 5m}");
    }

    @ParameterizedTest
    @CsvSource({"4999999, false", "5000000, false", "5000001, true"})
    @Clause(value = "V7 261: above 50,000 yuan", screen = "confirm-again")
    void v07ALargeAmountIsNamedAboveItsThresholdAndNotAtIt(long minor, boolean large) {
        holds(
                minor,
                "card: honest",
                KNOWN,
                "payer: {bank: 示范银行}",
                large ? "expect: {tier: yellow, reason: large-amount}" : "expect: {tier: green}");
    }

    @Test
    @Clause(value = "V8 261/85: listed accounts", screen = "result")
    void v08AListedPayeeIsRefusedWithARouteToStaff() {
        holds(
                "card: honest",
                "relation: none, firstTime: false, listed: true",
                "payer: {bank: 示范银行}",
                "expect: {verdict: refused, reason: listed-payee, page: raised, paid: 0, card: inside}");
        assertThat(zh(WORDS.screen("result.refused"))).contains("大堂经理");
    }

    @Test
    @Clause(value = "V9 反电信网络诈骗法 art. 18: verify, delay, limit, suspend", screen = "held, result")
    void v09TheFourMeasuresOfTheLawAreTheWaysATransferCanGo() {
        assertThat(GuardTable.row(Stage.ASK_PURPOSE, Turn.PURPOSE_GIVEN))
                .as("verify")
                .isPresent();
        assertThat(GuardTable.row(Stage.CONFIRM, Turn.PROOF_WANTED)).as("delay").isPresent();
        assertThat(GuardTable.row(Stage.CONFIRM, Turn.PERSON_WANTED))
                .as("suspend")
                .isPresent();
        assertThat(GuardTable.row(Stage.REQUESTED, Turn.PAYEE_LISTED))
                .as("refuse")
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"result.refused", "result.stopped.bait", "stop.refund", "stop.police-check"})
    @Clause(value = "V10 art. 32: reason, remedy, papers, person", screen = "result")
    void v10AStopTellsReasonRemedyPapersAndAPerson(String screen) {
        assertThat(zh(WORDS.screen(screen))).contains("申诉", "身份证", "大堂经理", "{hotline}");
    }

    @Test
    @Clause(value = "V10 art. 32: lifted at once", screen = "ask-purpose")
    void v10AfterAStopANewTransferMayBeginAtOnce() {
        holds(
                "card: honest",
                KNOWN,
                "payer: {bank: 示范银行}",
                "press: [cancel]",
                "expect: {verdict: stopped, paid: 0}",
                "transfer: {amount: {currency: CNY, minor: 1000}, payee: {name: 李明, account: \"6222020000000000109\"}}",
                "expect: {screen: ask-purpose, tier: orange, reason: remembered-stop}");
    }

    @Test
    @Clause(value = "V11 local rules: the prompt stands in the transfer itself", screen = "warning")
    void v11NoWayLeadsFromARequestToAClearancePastTheWarning() {
        assertThat(GuardTable.ROWS)
                .filteredOn(row -> row.to() instanceof Target.To to && to.stage() == Stage.REMIND_BEWARE)
                .allSatisfy(row -> assertThat(row.from()).containsExactly(Stage.WARNING))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"covered", "dark", "frozen", "unplugged"})
    @Clause(value = "F30 a camera that cannot see speaks against nobody", screen = "every screen of a transfer")
    void f30ABlindCameraIsToldAndBlocksNothing(String fault) {
        holds(
                "card: honest",
                KNOWN,
                "payer: {bank: 示范银行}",
                "camera: {fault: %s}".formatted(fault),
                "as: honest",
                "expect: {verdict: cleared, tier: green, reason: camera-blind, page: none, paid: 1, within: 5m}");
    }

    @Test
    @Clause(value = "V14 三问二看一核对", screen = "ask-purpose, ask")
    void v14PurposePayeeAndAccountAreAskedOfEverybody() {
        holds(
                "card: honest",
                KNOWN,
                "payer: {bank: 示范银行}",
                "expect: {screen: ask-purpose}",
                "answer: {kind: ask-purpose, choice: family-support}",
                "expect: {question: know-payee}",
                "answer: {question: know-payee, choice: friend}",
                "expect: {question: how-met}");
    }

    @Test
    @Clause(value = "V17 无障碍环境建设法 art. 33: voice and keypad", screen = "every screen of a transfer")
    void v17EveryScreenOfATransferSpeaksUnlessSilenceProtects() {
        List<String> silent = WORDS.screens().stream()
                .filter(id -> WORDS.screen(id).voice() == null)
                .filter(id -> !id.equals("idle") && !id.startsWith("notice.") && !id.startsWith("receipt."))
                .toList();
        assertThat(silent).containsExactly("held.asked");
    }

    @Test
    @Clause(value = "V18 PIPL art. 24: reasons, and a person", screen = "held, result")
    void v18RedIsDecidedByPeopleAndEveryReasonHasItsWords() {
        holds(
                6_000_000,
                "card: honest",
                "relation: none, firstTime: true, listed: false",
                "payer: {bank: 示范银行, dayTotal: 40000000, balanceShare: 0.9, anomaly: true}",
                "as: honest",
                "expect: {state: held, tier: red, page: raised, paid: 0, within: 10m}");
        assertThat(WORDS.reason("anomaly").zh()).isNotBlank();
    }

    private static String zh(ScreenText screen) {
        return screen.title().zh() + screen.body().stream().map(Text::zh).collect(Collectors.joining());
    }
}
