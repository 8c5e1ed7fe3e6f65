package dev.kioskguard.transfer.clearance;

import static dev.kioskguard.transfer.clearance.ClearanceSamples.NOON;
import static dev.kioskguard.transfer.clearance.ClearanceSamples.TRANSFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.audit.DataDirectory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClearanceVerifierTest {

    @TempDir
    static Path data;

    private static DataDirectory directory;
    private static ClearanceKeys keys;

    private final ClearanceVerifier verifier =
            new ClearanceVerifier(() -> keys.publicKeys(), UsedClearances.inMemory(100_000));

    @BeforeAll
    static void makeKeys() {
        directory = DataDirectory.open(data);
        keys = ClearanceKeys.open(directory, new SecureRandom());
    }

    @AfterAll
    static void letGo() {
        directory.close();
    }

    @Test
    void aClearanceIsGoodOnceForExactlyItsTransfer() {
        ClearanceClaims claims = ClearanceSamples.claims();
        String token = keys.sign(claims);
        assertThat(verifier.verify(token, TRANSFER, NOON)).isEqualTo(new Outcome.Accepted(claims));
        assertRefused(token, TRANSFER, Refusal.USED);
    }

    @Test
    void aRefusedAttemptDoesNotUseTheClearanceUp() {
        String token = keys.sign(ClearanceSamples.claims());
        assertRefused(token, changed(TRANSFER, 5, "2000001"), Refusal.DIGEST);
        assertThat(verifier.verify(token, TRANSFER, NOON)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aClearanceEndsAtTheSecondOfItsExpiry() {
        String token = keys.sign(ClearanceSamples.claims());
        assertThat(verifier.verify(token, TRANSFER, NOON.plus(Duration.ofMinutes(2))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Refusal.EXPIRED));
        assertThat(verifier.verify(
                        token, TRANSFER, NOON.plus(Duration.ofMinutes(2)).minusNanos(1)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aClearanceOfAnotherTerminalIsRefused() {
        assertRefused(keys.sign(ClearanceSamples.claims()), changed(TRANSFER, 6, "T-0002"), Refusal.TERMINAL);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyChangedCharacterMakesItWorthless(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String token = keys.sign(ClearanceSamples.claims());
        for (int n = 0; n < 300; n++) {
            int field = random.nextInt(FIELDS);
            String value = field(TRANSFER, field);
            String other = bent(value, field, random);
            if (!other.equals(value)) {
                CanonicalTransfer changed = changed(TRANSFER, field, other);
                assertRefused(token, changed, field == 6 ? Refusal.TERMINAL : Refusal.DIGEST);
            }
        }
        assertThat(verifier.verify(token, TRANSFER, NOON)).as("control").isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void ofManyHandingInTheSameOneAtOnceExactlyOneIsAccepted() throws Exception {
        String token = keys.sign(ClearanceSamples.claims());
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Outcome> attempt = () -> verifier.verify(token, TRANSFER, NOON);
            var attempts =
                    pool.invokeAll(IntStream.range(0, 40).mapToObj(n -> attempt).toList());
            int accepted = 0;
            for (var done : attempts) {
                accepted += done.get() instanceof Outcome.Accepted ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aFullMemoryOfUsedClearancesTakesNoMore() {
        UsedClearances used = UsedClearances.inMemory(2);
        assertThat(List.of(
                        used.take("a", NOON.plusSeconds(10), NOON),
                        used.take("b", NOON.plusSeconds(20), NOON),
                        used.take("c", NOON.plusSeconds(30), NOON),
                        used.take("c", NOON.plusSeconds(30), NOON.plusSeconds(10))))
                .containsExactly(true, true, false, true);
    }

    private static final int FIELDS = 8;

    private static String field(CanonicalTransfer t, int field) {
        return List.of(
                        t.kind(),
                        t.name(),
                        t.account(),
                        t.bank(),
                        t.currency(),
                        Long.toString(t.minor()),
                        t.terminal(),
                        t.session())
                .get(field);
    }

    private static CanonicalTransfer changed(CanonicalTransfer t, int field, String value) {
        return new CanonicalTransfer(
                field == 0 ? value : t.kind(),
                field == 1 ? value : t.name(),
                field == 2 ? value : t.account(),
                field == 3 ? value : t.bank(),
                field == 4 ? value : t.currency(),
                field == 5 ? Long.parseLong(value) : t.minor(),
                field == 6 ? value : t.terminal(),
                field == 7 ? value : t.session());
    }

    /** Replaces, drops or doubles one character. */
    private static String bent(String value, int field, SplittableRandom random) {
        int at = random.nextInt(value.length());
        String fresh = String.valueOf((char) ((field == 5 ? '1' : '0') + random.nextInt(field == 5 ? 9 : 70)));
        return switch (random.nextInt(3)) {
            case 0 -> value.substring(0, at) + fresh + value.substring(at + 1);
            case 1 -> value.substring(0, at) + value.substring(at + 1);
            default -> value.substring(0, at) + fresh + value.substring(at);
        };
    }

    private void assertRefused(String token, CanonicalTransfer presented, Refusal reason) {
        assertThat(verifier.verify(token, presented, NOON))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
