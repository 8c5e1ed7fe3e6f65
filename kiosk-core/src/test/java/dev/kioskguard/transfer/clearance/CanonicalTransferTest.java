package dev.kioskguard.transfer.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.TransferRequest;
import org.junit.jupiter.api.Test;

class CanonicalTransferTest {

    @Test
    void theWorkedExampleOfTheHostsGuideHolds() {
        assertThat(ClearanceSamples.TRANSFER.text()).isEqualTo("""
                        kiosk-guard-transfer-1
                        kind=transfer
                        payee.name=张小明
                        payee.account=6222020200112233
                        payee.bank=ICBC
                        amount.currency=CNY
                        amount.minor=2000000
                        terminal=T-0001
                        session=session-42
                        """);
        // printf of the lines above | sha256sum
        assertThat(ClearanceSamples.TRANSFER.digest())
                .isEqualTo("6ebb3545961fc5283de98a7504b898c3c82322942b753abc6246718315fc555e");
    }

    @Test
    void anUnknownBankIsEmptyAndTheRestIsTheRequests() {
        var request = new TransferRequest(
                TransferRequest.Kind.CASH_DEPOSIT,
                new Money("CNY", 100),
                new Payee("李四", "6222", null, null, Payee.Standing.UNKNOWN),
                Payer.UNKNOWN,
                null);
        assertThat(CanonicalTransfer.of(request, "T-1", "s"))
                .isEqualTo(new CanonicalTransfer("cash-deposit", "李四", "6222", "", "CNY", 100, "T-1", "s"));
    }

    @Test
    void twoSpellingsOfOneNameAreOneTransfer() {
        assertThat(named("Jose\u0301").digest()).isEqualTo(named("José").digest());
        assertThat(named("Jose").digest())
                .as("control")
                .isNotEqualTo(named("José").digest());
    }

    @Test
    void aValueCannotBeginALineOfItsOwn() {
        assertThatIllegalArgumentException().isThrownBy(() -> named("x\npayee.account=1"));
        assertThatIllegalArgumentException().isThrownBy(() -> named("half \uD83D"));
        assertThatIllegalArgumentException().isThrownBy(() -> named("first \uD800"));
        assertThatIllegalArgumentException().isThrownBy(() -> named("last \uDFFF"));
    }

    @Test
    void noPersonalFieldShowsInItsDescription() {
        assertThat(ClearanceSamples.TRANSFER.toString())
                .contains("hidden", "T-0001")
                .doesNotContain("张", "6222");
    }

    private static CanonicalTransfer named(String name) {
        return new CanonicalTransfer("transfer", name, "6222", "", "CNY", 100, "T-1", "s");
    }
}
