package dev.kioskguard.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.config.ShippedPolicy;
import dev.kioskguard.guard.table.GuardTable;
import dev.kioskguard.guard.table.Row;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.Relation;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.transfer.TransferRequest.Kind;
import dev.kioskguard.vision.Signal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five things that must be asked about (五必问): purpose, large amount, other region, stranger, hurried cash. */
class FiveMustAsksTest {

    private static Judgement judge(TransferRequest request, Map<String, String> answers, Set<Signal> seen) {
        return ShippedPolicy.RISK.judge(new Facts(request, answers, seen, Facts.Background.NOTHING));
    }

    private static TransferRequest request(
            Kind kind, long minor, @Nullable String region, @Nullable Relation relation) {
        var payee = new Payee("张三", "6222020000001234", null, region, new Payee.Standing(relation, null, null));
        return new TransferRequest(
                kind, new Money("CNY", minor), payee, new Payer(null, null, "310000", Payer.History.UNKNOWN), null);
    }

    @Test
    void thePurposeIsAskedOfEverybodyWhateverTheAmount() {
        assertThat(GuardTable.ROWS.stream()
                        .filter(row -> row.from().contains(Stage.REQUESTED))
                        .filter(row -> row.on() == Turn.REQUEST_TAKEN))
                .singleElement()
                .satisfies(row -> assertThat(row.to()).isEqualTo(new Row.Target.To(Stage.ASK_PURPOSE)));
    }

    @ParameterizedTest
    @CsvSource({"4999999, GREEN", "5000000, GREEN", "5000001, YELLOW"})
    void aLargeAmountIsAskedAbout(long minor, Tier tier) {
        assertThat(judge(request(Kind.TRANSFER, minor, null, null), Map.of(), Set.of())
                        .tier())
                .isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({"440000, true", "310000, false", ", false"})
    void anotherRegionIsNamed(@Nullable String region, boolean other) {
        assertThat(judge(request(Kind.TRANSFER, 100, region, null), Map.of(), Set.of())
                        .reasons()
                        .contains("other-region"))
                .isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"stranger, YELLOW", "met-online, YELLOW", "friend, GREEN"})
    void aStrangerIsAskedAbout(String known, Tier tier) {
        assertThat(judge(request(Kind.TRANSFER, 100, null, null), Map.of("know-payee", known), Set.of())
                        .tier())
                .isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({
        "CASH_DEPOSIT, NONE, FAST_REPEATED_CONFIRM, true",
        "CASH_DEPOSIT, , FAST_REPEATED_CONFIRM, true",
        "CASH_DEPOSIT, SPOUSE, DICTATED_KEYING, true",
        "CASH_DEPOSIT, SELF, FAST_REPEATED_CONFIRM, false",
        "CASH_DEPOSIT, NONE, FACE_COVERED, false",
        "TRANSFER, NONE, FAST_REPEATED_CONFIRM, false",
    })
    void cashForSomebodyElseInAHurryIsAskedAbout(
            Kind kind, @Nullable Relation relation, Signal signal, boolean hurried) {
        assertThat(judge(request(kind, 100, null, relation), Map.of(), Set.of(signal))
                        .reasons()
                        .contains("hurried-deposit"))
                .isEqualTo(hurried);
    }
}
