package dev.kioskguard.sim.regulation;

import static dev.kioskguard.sim.regulation.Clauses.KNOWN;
import static dev.kioskguard.sim.regulation.Clauses.WORDS;
import static dev.kioskguard.sim.regulation.Clauses.holds;
import static dev.kioskguard.sim.regulation.Clauses.says;
import static dev.kioskguard.sim.regulation.Clauses.zh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.table.GuardTable;
import dev.kioskguard.guard.table.Row.Target;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.sim.story.Workshops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the laws give a customer whose transfer is stopped, held or judged, one clause a test. */
class RightsTest {

    @RegisterExtension
    static final ClausePage PAGE = new ClausePage();

    /** The texts of what is stopped, refused or held against somebody's will, and of the paper about it. */
    private static final String MEASURE =
            "(stop\\..+|result\\.(refused|stopped\\.bait)|held\\.(staff|red)|receipt\\.stopped)";

    @Test
    @Clause(value = "V10 art. 32: reason, remedy, papers, person", screen = "held, result, receipt")
    void v10EveryStopAndHoldTellsReasonRemedyPapersAndAPerson() {
        List<String> measures = WORDS.screens().stream()
                .filter(id -> id.matches(MEASURE + "(\\.deposit)?"))
                .toList();
        assertThat(measures)
                .hasSizeGreaterThanOrEqualTo(14)
                .contains("held.staff", "held.red", "receipt.stopped", "result.refused.deposit", "stop.prize-fee")
                .allSatisfy(id -> assertThat(zh(WORDS.screen(id)))
                        .as(id)
                        .contains("申诉", "身份证", "大堂经理", "{hotline}")
                        .containsPattern("原因：\\{reason}|您说"));
        assertThat(measures.stream().map(WORDS::screen).filter(screen -> screen.plain() != null))
                .as("in few words too")
                .isNotEmpty()
                .allSatisfy(screen -> assertThat(zh(screen.inFewWords())).contains("申诉", "身份证", "大堂经理", "{hotline}"));
        assertThat(List.of("result.stopped.customer", "result.stopped.customer.deposit"))
                .as("their own wish: how it goes on, and what to bring")
                .allSatisfy(id -> assertThat(zh(WORDS.screen(id))).contains("重新办理", "身份证", "大堂经理", "{hotline}"));
    }

    @Test
    @Clause(value = "V10 art. 32: the reason of a hold", screen = "held")
    void v10AHoldSaysWhyAndASilentCallForHelpIsNeverTheReason() {
        holds(
                6_000_000,
                "card: honest",
                "relation: none, firstTime: true, listed: false",
                "payer: {bank: 示范银行, dayTotal: 40000000, balanceShare: 0.9, anomaly: true}",
                "as: honest",
                says("held", "原因：第一次给对方转账", "申诉", "身份证", "大堂经理", "96110"));
        holds(
                "card: honest",
                KNOWN,
                "payer: {bank: 示范银行}",
                "answer: {kind: ask-purpose, choice: family-support}",
                "wait: 1s",
                "press: [clear]",
                "wait: 1s",
                "press: [clear]",
                "wait: 1s",
                "press: [clear]",
                "wait: 1s",
                "press: [clear]",
                "as: honest",
                says("held", "原因：需要当面核实"));
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
    @Clause(value = "V16 ATM standards: named, and no conformity claimed", screen = "-")
    void v16TheStandardsAreNamedAndNoneIsClaimed() throws IOException {
        Path docs = Workshops.config().resolveSibling("docs");
        assertThat(Files.readString(docs.resolve("standards.md")))
                .contains("JR/T 0002", "JR/T 0187", "GB/T 18789", "GA/T 1280", "GA 745", "GB/T 41218")
                .contains("nothing here says that it conforms");
        for (Path page : List.of(docs.resolve("standards.md"), docs.resolveSibling("README.md"))) {
            assertThat(Files.readString(page)).doesNotContainPattern("符合(国标|行标|JR|GB|GA)|(complies|compliant) with");
        }
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
}
