package dev.kioskguard.sim.bank.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.transfer.clearance.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HostTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant TOMORROW = NOON.plus(Duration.ofHours(24));
    private static final String BODY =
            "{\"payee\":{\"name\":\"张三\",\"account\":\"6222020200001234\"},\"amount\":{\"currency\":\"CNY\",\"minor\":2000000}}";
    private static final JsonNode TRANSFER = read(BODY);

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private SigningGuard guard;
    private Ledger ledger;
    private Host host;

    @BeforeEach
    void open() {
        guard = new SigningGuard("k1");
        start();
    }

    private void start() {
        ledger = Ledger.open(folder.resolve("bank.db"));
        ClearanceReader reader = new ClearanceReader(() -> guard.publicKeys());
        host = new Host(ledger, reader, "ATM-1", now::get);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aGoodClearanceIsPaidAtOnce() {
        assertThat(host.submit(clearance("J1", "T1", NOON), TRANSFER).status()).isEqualTo(TransferStatus.PAID);
        assertThat(host.transfers())
                .singleElement()
                .satisfies(entry -> assertThat(entry.payAt()).isEqualTo(NOON));
        assertThat(host.attempts()).isEqualTo(1);
    }

    @Test
    void aClearanceIsTakenOnceAlsoAcrossARestart() {
        String clearance = clearance("J1", "T1", NOON);
        host.submit(clearance, TRANSFER);
        refused(clearance, Refusal.USED);
        ledger.close();
        start();
        refused(clearance, Refusal.USED);
        assertThat(host.transfers()).extracting(LedgerEntry::status).containsExactly(TransferStatus.PAID);
        assertThat(host.attempts()).isEqualTo(3);
    }

    @Test
    void aTransferIsPaidOnceEvenOnASecondClearance() {
        host.submit(clearance("J1", "T1", NOON), TRANSFER);
        refused(clearance("J2", "T1", NOON), Refusal.USED);
        assertThat(host.transfers()).hasSize(1);
    }

    @Test
    void aChangedDigitMakesTheClearanceWorthlessAndLeavesItUnspent() {
        String clearance = clearance("J1", "T1", NOON);
        JsonNode changed = read(BODY.replace("2000000", "2000001"));
        assertRefusal(clearance, changed, Refusal.DIGEST);
        assertThat(host.transfers()).extracting(LedgerEntry::status).containsExactly(TransferStatus.REFUSED);
        assertThat(host.submit(clearance, TRANSFER).status()).isEqualTo(TransferStatus.PAID);
        assertThat(host.transfers()).extracting(LedgerEntry::status).containsExactly(TransferStatus.PAID);
        assertRefusal(clearance, changed, Refusal.DIGEST);
        assertThat(host.transfers()).extracting(LedgerEntry::status).containsExactly(TransferStatus.PAID);
    }

    @Test
    void aClearanceExpiresAtItsInstant() {
        String clearance = clearance("J1", "T1", NOON);
        now.set(NOON.plus(Duration.ofMinutes(5)));
        refused(clearance, Refusal.EXPIRED);
        now.set(NOON.plus(Duration.ofMinutes(5)).minusSeconds(1));
        assertThat(host.submit(clearance, TRANSFER).status()).isEqualTo(TransferStatus.PAID);
    }

    @Test
    void anotherTerminalsClearanceIsRefused() {
        Map<String, Object> claims = claims("J1", "T1", NOON);
        claims.put("terminal", "ATM-2");
        refused(guard.sign(claims), Refusal.TERMINAL);
    }

    @Test
    void anotherKeysClearanceIsRefused() {
        refused(new SigningGuard("k1").sign(claims("J1", "T1", NOON)), Refusal.SIGNATURE);
        refused(new SigningGuard("k2").sign(claims("J1", "T1", NOON)), Refusal.SIGNATURE);
        assertThat(host.transfers()).isEmpty();
    }

    @Test
    void keysAreFetchedAgainWhenTheGuardHasNewOnes() {
        host.submit(clearance("J1", "T1", NOON), TRANSFER);
        guard = new SigningGuard("k2");
        assertThat(host.submit(clearance("J2", "T2", NOON), TRANSFER).status()).isEqualTo(TransferStatus.PAID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a.b",
                "a.b.c",
                "eyJhbGciOiJub25lIiwia2lkIjoiazEifQ.e30.",
                "e30.e30.e30",
                "....",
                "\u0000",
                "💰.💰.💰"
            })
    void garbageIsRefusedForWhatItIs(String clearance) {
        assertThatThrownBy(() -> host.submit(clearance, TRANSFER))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isIn(Refusal.FORM, Refusal.SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"amount\":{\"minor\":1.5}}",
                "{\"amount\":{\"minor\":99999999999999999999}}",
                "{\"payee\":{\"name\":\"a\\nb\",\"account\":\"1\"},\"amount\":{\"currency\":\"CNY\",\"minor\":1}}"
            })
    void whatIsNoTransferIsRefusedForItsForm(String body) {
        assertRefusal(clearance("J1", "T1", NOON), read(body), Refusal.FORM);
    }

    @Test
    void anotherVisitsTransferIsRefused() {
        JsonNode elsewhere = read(BODY.replaceFirst("\\{", "{\"sessionId\":\"S-2\","));
        assertRefusal(clearance("J1", "T1", NOON), elsewhere, Refusal.DIGEST);
    }

    @ParameterizedTest
    @CsvSource({"-1, CANCELLED", "0, PAID", "1, PAID"})
    void aDelayedTransferCanBeCancelledUntilItsInstantAndNotAtIt(long seconds, TransferStatus expected) {
        host.submit(clearance("J1", "T1", TOMORROW), TRANSFER);
        assertThat(host.transfers()).extracting(LedgerEntry::status).containsExactly(TransferStatus.PENDING);
        now.set(TOMORROW.plusSeconds(seconds));
        assertThat(host.cancel("T1")).map(LedgerEntry::status).contains(expected);
        now.set(TOMORROW.plusSeconds(10));
        assertThat(host.cancel("T1")).map(LedgerEntry::status).contains(expected);
    }

    @Test
    void aDelayedTransferIsPaidWhenItsInstantComesAcrossARestart() {
        host.submit(clearance("J1", "T1", TOMORROW), TRANSFER);
        ledger.close();
        start();
        assertThat(host.transfers()).extracting(LedgerEntry::status).containsExactly(TransferStatus.PENDING);
        now.set(TOMORROW);
        assertThat(host.transfers()).extracting(LedgerEntry::status).containsExactly(TransferStatus.PAID);
        now.set(NOON);
        assertThat(host.transfers()).extracting(LedgerEntry::status).containsExactly(TransferStatus.PAID);
    }

    @Test
    void nothingIsCancelledThatIsNotThere() {
        assertThat(host.cancel("T9")).isEmpty();
    }

    @Test
    void checkpointsAreKeptOnce() {
        host.keepCheckpoint("c1");
        host.keepCheckpoint("c2");
        host.keepCheckpoint("c1");
        assertThat(ledger.checkpoints()).containsExactly("c1", "c2");
    }

    private void refused(String clearance, Refusal why) {
        assertRefusal(clearance, TRANSFER, why);
    }

    private AbstractThrowableAssert<?, ?> assertRefusal(String clearance, JsonNode transfer, Refusal why) {
        return assertThatThrownBy(() -> host.submit(clearance, transfer))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(why));
    }

    private String clearance(String tokenId, String transferId, Instant pays) {
        return guard.sign(claims(tokenId, transferId, pays));
    }

    private static Map<String, Object> claims(String tokenId, String transferId, Instant pays) {
        String digest = PresentedTransfer.canonical(TRANSFER, "ATM-1", "S-1").digest();
        return SigningGuard.claims(tokenId, transferId, digest, NOON.plus(Duration.ofMinutes(5)), pays);
    }

    private static JsonNode read(String json) {
        return JsonMapper.builder().build().readTree(json);
    }
}
