package dev.kioskguard.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kioskguard.transfer.Payer.History;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferValuesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Payee.Standing SELF = new Payee.Standing(Relation.SELF, null, null);

    /** Cleared at 23:30 in Shanghai, half an hour before the bank's next day. */
    @ParameterizedTest
    @CsvSource({
        "real-time, 2026-11-21T15:30:00Z",
        "two-hours, 2026-11-21T17:30:00Z",
        "next-day, 2026-11-21T16:00:00Z",
        "24-hours, 2026-11-22T15:30:00Z"
    })
    void theMoneyMovesNoEarlierThanItsModeSays(String word, Instant notBefore) {
        DelayMode mode = DelayMode.of(word).orElseThrow();
        assertThat(mode.notBefore(Instant.parse("2026-11-21T15:30:00Z"), SHANGHAI))
                .isEqualTo(notBefore);
        assertThat(mode.word()).isEqualTo(word);
    }

    @Test
    void aModeThatNobodyKnowsIsNone() {
        assertThat(DelayMode.of("soon")).isEmpty();
        assertThat(DelayMode.of("REAL_TIME")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Money.MINOR_MAX + 1})
    void anAmountOutsideItsRangeIsNone(long minor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money("CNY", minor))
                .withMessageContaining(String.valueOf(Money.MINOR_MAX));
        assertThatCode(() -> new Money("CNY", 1)).as("control").doesNotThrowAnyException();
        assertThatCode(() -> new Money("CNY", Money.MINOR_MAX)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cny", "YUAN", "ZZZ", "CN"})
    void whatIsNoCurrencyIsRefused(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(code, 1))
                .withMessageContaining("ISO 4217");
    }

    @ParameterizedTest
    @CsvSource({
        "CNY, 2000000, 20000.00, '20,000.00'",
        "CNY, 1, 0.01, '0.01'",
        "JPY, 2000000, 2000000, '2,000,000'",
        "KWD, 2000, 2.000, '2.000'",
        "XAU, 7, 7, '7'"
    })
    void anAmountIsPrintedWithTheDecimalsOfItsCurrency(String currency, long minor, String units, String printed) {
        var money = new Money(currency, minor);
        assertThat(money.units().toPlainString()).isEqualTo(units);
        assertThat(money.printed()).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "张三, 张*, 张",
        "张, 张*, 张",
        "王小明, 王**, 王",
        "ABCDEFG, A***, A",
        "𠮷田, 𠮷*, 𠮷",
        "欧阳娜娜, 欧阳**, 欧阳",
        "欧阳, 欧*, 欧"
    })
    void aNameIsHiddenButForItsSurname(String name, String masked, String surname) {
        Payee payee = payee(name, "6222020000001234");
        assertThat(payee.maskedName()).isEqualTo(masked);
        assertThat(payee.surname()).isEqualTo(surname);
        assertThat(payee.lastFour()).isEqualTo("1234");
        assertThat(payee.toString()).doesNotContain(name).contains("hidden");
    }

    @Test
    void aPayeeWithoutAUsableNameOrAccountIsNone() {
        String longest = "x".repeat(Payee.NAME_LENGTH_MAX);
        String account = "1".repeat(Payee.ACCOUNT_LENGTH_MAX);
        assertThatCode(() -> payee(longest, account)).as("control").doesNotThrowAnyException();
        assertThatCode(() -> payee("x", "12aZ")).as("control").doesNotThrowAnyException();
        Stream.of(" ", longest + "x", "a\nb")
                .forEach(name -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> payee(name, account))
                        .withMessageContaining("payee.name"));
        Stream.of("123", account + "1", "6222 0200", "")
                .forEach(wrong -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> payee("x", wrong))
                        .withMessageContaining("payee.account"));
    }

    @Test
    void whatTheHostSaysOfThePayerLiesWithinItsRange() {
        assertThatCode(() -> new History(null, true, 0L, 0.0, false))
                .as("control")
                .doesNotThrowAnyException();
        assertThatCode(() -> new History(null, null, 1L, 1.0, null))
                .as("control")
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> new History(null, null, -1L, null, null));
        Stream.of(-0.01, 1.01, Double.NaN)
                .forEach(share -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> new History(null, null, null, share, null)));
        assertThat(new Payer("6222****0001", null, null, History.UNKNOWN).toString())
                .contains("hidden")
                .doesNotContain("6222");
    }

    @Test
    void onlyTheRegisteredFamilySkipsTheQuestions() {
        assertThat(Stream.of(Relation.values()).filter(Relation::skipsQuestions))
                .containsExactly(Relation.SELF, Relation.SPOUSE, Relation.CHILD);
    }

    @Test
    void aTierIsOnlyEverRaised() {
        assertThat(Tier.GREEN.atLeast(Tier.ORANGE)).isEqualTo(Tier.ORANGE);
        assertThat(Tier.RED.atLeast(Tier.ORANGE)).isEqualTo(Tier.RED);
        assertThat(Tier.YELLOW.atLeast(Tier.YELLOW)).isEqualTo(Tier.YELLOW);
        assertThat(Stream.of(Tier.values()).filter(Tier::allowsRealTime)).containsExactly(Tier.GREEN, Tier.YELLOW);
        assertThat(Stream.of(Tier.values()).map(Tier::word)).containsExactly("green", "yellow", "orange", "red");
    }

    @Test
    void thePromptIsProvenByAllFourChannelsAndNoFewer() {
        for (int missing = 0; missing < 4; missing++) {
            assertThat(evidence(missing).promptProven())
                    .as("without %d", missing)
                    .isFalse();
        }
        Evidence all = evidence(4);
        assertThat(all.promptProven()).as("control").isTrue();
        assertThat(all.withTwiceConfirmed()).isEqualTo(new Evidence(true, true, true, true, true, false, true));
    }

    @Test
    void onlyOnesOwnAccountAtTheSameBankIsOnesOwn() {
        assertThat(request("ICBC", SELF, "ICBC").isToOwnAccountAtSameBank())
                .as("control")
                .isTrue();
        assertThat(request("ICBC", SELF, "CCB").isToOwnAccountAtSameBank()).isFalse();
        assertThat(request("ICBC", SELF, null).isToOwnAccountAtSameBank()).isFalse();
        assertThat(request(null, SELF, null).isToOwnAccountAtSameBank()).isFalse();
        var spouse = new Payee.Standing(Relation.SPOUSE, null, null);
        assertThat(request("ICBC", spouse, "ICBC").isToOwnAccountAtSameBank()).isFalse();
        assertThat(TransferRequest.Kind.CASH_DEPOSIT.word()).isEqualTo("cash-deposit");
        assertThat(Stream.of(EndState.values()).map(EndState::word))
                .containsExactly("cleared", "stopped", "withdrawn", "expired", "refused");
    }

    @Test
    void onlyAClearanceLetsATransferGo() {
        var verdict = new Verdict(EndState.CLEARED, Tier.GREEN, List.of(), null, Evidence.NONE);
        var unsigned = new TransferGate.Answer("t-1", verdict, null);
        var signed = new TransferGate.Answer("t-1", verdict, "a.b.c");
        assertThat(unsigned.mayGo()).isFalse();
        assertThat(signed.mayGo()).as("control").isTrue();
        assertThat(signed.toString()).isEqualTo("Answer[t-1, CLEARED]");
    }

    private static Payee payee(String name, String account) {
        return new Payee(name, account, null, null, Payee.Standing.UNKNOWN);
    }

    private static Evidence evidence(int missing) {
        return new Evidence(missing != 0, missing != 1, missing != 2, missing != 3, true, false, false);
    }

    private static TransferRequest request(String bank, Payee.Standing standing, String payersBank) {
        return new TransferRequest(
                TransferRequest.Kind.TRANSFER,
                new Money("CNY", 100),
                new Payee("张三", "6222", bank, null, standing),
                new Payer(null, payersBank, null, History.UNKNOWN),
                null);
    }
}
