package dev.kioskguard.sim.regulation;

import static dev.kioskguard.sim.regulation.Clauses.KNOWN;
import static dev.kioskguard.sim.regulation.Clauses.WORDS;
import static dev.kioskguard.sim.regulation.Clauses.holds;
import static dev.kioskguard.sim.regulation.Clauses.says;
import static dev.kioskguard.sim.regulation.Clauses.zh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.state.Proof;
import dev.kioskguard.guard.table.GuardTable;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the notices ask of a transfer at a machine, one clause a test; {@link RightsTest} has the laws. What they come
 * to is printed as a page by the build, {@code simulator/target/regulation.md}: clause, screen, test, result.
 */
class RegulationTest {

    @RegisterExtension
    static final ClausePage PAGE = new ClausePage();

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

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"VOICE", "TEXT", "SIGN", "POPUP"})
    @Clause(value = "V4 261: voice, text, sign and pop-up, each proven", screen = "warning")
    void v04NoneOfTheFourPromptsMayBeMissing(Channel missing) {
        Proof proof = Proof.NONE;
        for (Channel channel : Channel.PROMPT) {
            proof = channel == missing ? proof : proof.onWarning(channel);
        }
        assertThat(proof.evidence().promptProven()).isFalse();
        assertThat(proof.onWarning(missing).evidence().promptProven())
                .as("control: with all four")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delay: real-time | 您正在把 2,000  | 实时到账",
                "delay: two-hours | 您正在把 2,000  | 两小时后到账",
                "delay: next-day  | 您正在把 2,000  | 次日到账",
                "delay: 24-hours  | 您正在把 2,000  | 24 小时后到账",
                "kind: cash-deposit | 您正把 2,000  | 实时到账",
            })
    @Clause(value = "V4 261: Chinese for the key fields in every language", screen = "warning, confirm, confirm-again")
    void v04InAnEnglishSessionTheKeyFieldsStandInChinese(String more, String statement, String when) {
        holds(
                "card: honest, language: en",
                KNOWN,
                "payer: {bank: 示范银行}, " + more,
                "expect: {screen: ask-purpose, says: [\"What is this money for?\", \"Stop the\"]}",
                "as: honest",
                says("warning", statement, "李*", "尾号 0109", "account ending 0109"),
                says("confirm", "2,000", "李*", "尾号 0109", "到账", "account ending 0109"),
                says("confirm-again", "2,000", "李*", "0109", when, "account ending 0109"),
                "expect: {verdict: cleared, within: 5m}");
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
    @CsvSource({
        "two-hours, zh-CN",
        "next-day, zh-CN",
        "24-hours, zh-CN",
        "two-hours, en",
        "next-day, en",
        "24-hours, en",
    })
    @Clause(value = "V6 85: the result of what waits says that it can be taken back, and how", screen = "result")
    void v06WhatWaitsSaysOnItsResultThatItCanBeTakenBack(String delay, String language) {
        boolean chinese = language.startsWith("zh");
        holds(
                "card: honest, language: " + language,
                KNOWN,
                "payer: {bank: 示范银行}, delay: " + delay,
                "as: honest",
                "expect: {verdict: cleared, pending: 1, within: 5m}",
                chinese
                        ? says("result", "转出，在此之前可以撤销", "如需撤销，请拨打 96110")
                        : says("result", "you can cancel it until then", "To cancel, call 96110"));
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
}
