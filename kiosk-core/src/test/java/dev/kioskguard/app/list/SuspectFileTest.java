package dev.kioskguard.app.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.app.config.ConfigException;
import dev.kioskguard.app.config.FileWatch;
import dev.kioskguard.app.verb.CommandLines;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SuspectFileTest {

    private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");
    private static final byte[] SALT = new byte[SuspectList.SALT_BYTES];

    @TempDir
    private Path folder;

    private final ClearanceKeys issuer = ClearanceKeys.inMemory(new SecureRandom());
    private Path file;
    private Path trust;
    private SuspectFile reading;

    @BeforeEach
    void trustTheIssuer() throws IOException {
        file = folder.resolve("suspects.jws");
        trust = folder.resolve("trust.json");
        Files.writeString(trust, issuer.publicKeys().json());
        reading = new SuspectFile(file, trust, () -> NOON);
    }

    private static byte[] entries(String... accounts) {
        byte[][] each = Arrays.stream(accounts)
                .map(account -> SuspectList.entry(SALT, account))
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        byte[] all = new byte[each.length * SuspectList.ENTRY_BYTES];
        for (int i = 0; i < each.length; i++) {
            System.arraycopy(each[i], 0, all, i * SuspectList.ENTRY_BYTES, SuspectList.ENTRY_BYTES);
        }
        return all;
    }

    private byte[] list(Instant issued, String... accounts) {
        return ListSign.signed(issuer, issued, SALT, entries(accounts));
    }

    @Test
    void anAccountIsFoundHoweverItIsWrittenAndNoOther() {
        SuspectList list = reading.read(list(NOON, "6222020000001234", "AB12cd34", "6222020000009999"), null);

        assertThat(list.size()).isEqualTo(3);
        assertThat(list.contains("6222020000001234")).isTrue();
        assertThat(list.contains("6222 0200 0000 1234")).isTrue();
        assertThat(list.contains("ab12-CD34")).isTrue();
        assertThat(list.contains("6222020000001235")).isFalse();
        assertThat(list.age(NOON.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(list.age(NOON.minusSeconds(90))).isEqualTo(Duration.ZERO);
    }

    @Test
    void aListOfNobodyIsAListToo() {
        assertThat(reading.read(list(NOON), null).contains("6222020000001234")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aChangedByteAnywhereIsRefused(long seed) {
        var chance = new Random(seed);
        byte[] good = list(NOON, "6222020000001234", "6222020000009999");
        assertThat(reading.read(good, null).size()).as("control").isEqualTo(2);
        for (int round = 0; round < 40; round++) {
            byte[] bad = good.clone();
            bad[chance.nextInt(bad.length)] ^= (byte) (1 << chance.nextInt(7));
            // The last characters of base64 hold bits that nothing reads.
            if (Arrays.equals(bad, good) || readsAlike(bad, good)) {
                continue;
            }
            refused(bad, "");
        }
    }

    private boolean readsAlike(byte[] bad, byte[] good) {
        try {
            return reading.read(bad, null).equals(reading.read(good, null));
        } catch (ConfigException refused) {
            return false;
        }
    }

    @Test
    void whatIsCutUnsortedOrSignedByAnotherIsRefused() {
        byte[] good = list(NOON, "6222020000001234", "6222020000009999");
        refused(Arrays.copyOf(good, good.length - SuspectList.ENTRY_BYTES), "damaged");
        refused(Arrays.copyOf(good, good.length - 1), "damaged");
        refused(new byte[0], "not a compact JWS");
        refused(
                ListSign.signed(ClearanceKeys.inMemory(new SecureRandom()), NOON, SALT, entries("6222020000001234")),
                "not among those trusted here");
        byte[] sorted = entries("6222020000001234", "6222020000009999");
        byte[] turned = sorted.clone();
        System.arraycopy(sorted, 0, turned, SuspectList.ENTRY_BYTES, SuspectList.ENTRY_BYTES);
        System.arraycopy(sorted, SuspectList.ENTRY_BYTES, turned, 0, SuspectList.ENTRY_BYTES);
        refused(ListSign.signed(issuer, NOON, SALT, turned), "damaged");
        refused((issuer.sign("clearance+jwt", "{}") + "\n").getBytes(StandardCharsets.US_ASCII), "not of type");
        refused(
                (issuer.sign(SuspectFile.TYPE, "{}") + "\n").getBytes(StandardCharsets.US_ASCII),
                "no list of suspects");
    }

    @Test
    void aListOfTheFutureOrOlderThanTheOneThatCountsIsRefused() {
        SuspectList now = reading.read(list(NOON.minusSeconds(60), "6222020000001234"), null);

        refused(list(NOON.plus(SuspectFile.AHEAD_MAX).plusMillis(1)), "of the future");
        assertThat(reading.read(list(NOON.plus(SuspectFile.AHEAD_MAX)), null).size())
                .isZero();
        assertThatThrownBy(() -> reading.read(list(NOON.minusSeconds(61)), now)).hasMessageContaining("older than");
        assertThat(reading.read(list(NOON.minusSeconds(60)), now).size()).isZero();
    }

    @Test
    void theLastGoodListCountsUntilABetterOneComes() throws IOException {
        var watch = FileWatch.openOr(SuspectList.NEVER, file, SuspectFile.BYTES_MAX, () -> NOON, reading);
        assertThat(watch.status().refusal()).isNotNull();
        assertThat(watch.current().age(NOON)).isGreaterThan(Duration.ofDays(365));

        changed(watch, before -> list(NOON.minusSeconds(60), "6222020000001234"));
        assertThat(watch.current().contains("6222020000001234")).isTrue();
        assertThat(watch.status().refusal()).isNull();

        changed(watch, before -> Arrays.copyOf(before, before.length - 1));
        assertThat(watch.current().contains("6222020000001234")).isTrue();
        assertThat(watch.status().refusal()).isNotNull();

        changed(watch, before -> list(NOON, "6222020000009999"));
        assertThat(watch.current().contains("6222020000001234")).isFalse();
        assertThat(watch.status().refusal()).isNull();
    }

    /** A million accounts are read from one array of bytes, which stays the only copy of them. */
    @Test
    void aMillionAccountsFitAndOneMoreDoesNot() {
        byte[] entries = new byte[SuspectList.ENTRIES_MAX * SuspectList.ENTRY_BYTES];
        for (int i = 0; i < SuspectList.ENTRIES_MAX; i++) {
            int at = i * SuspectList.ENTRY_BYTES;
            entries[at] = (byte) (i >> 16);
            entries[at + 1] = (byte) (i >> 8);
            entries[at + 2] = (byte) i;
        }
        byte[] whole = ListSign.signed(issuer, NOON, SALT, entries);

        assertThat(whole.length).isLessThan(SuspectFile.BYTES_MAX);
        assertThat(reading.read(whole, null).size()).isEqualTo(SuspectList.ENTRIES_MAX);
        assertThat(SuspectFile.BYTES_MAX).isLessThan(17 * 1024 * 1024);
    }

    @Test
    void theVerbMakesAListThatATerminalTakes() throws IOException {
        Path accounts = folder.resolve("accounts.txt");
        Files.writeString(accounts, "# reported in November\n6222 0200 0000 1234\n\nAB12cd34\nab12cd34\n");
        var said = new StringWriter();

        assertThat(verb(said, accounts)).as(said.toString()).isZero();

        Path keys = folder.resolve("issuer").resolve(ClearanceKeys.PUBLIC_FILE);
        SuspectList list = new SuspectFile(file, keys, Instant::now).read(Files.readAllBytes(file), null);
        assertThat(list.size()).isEqualTo(2);
        assertThat(list.contains("6222020000001234")).isTrue();
        assertThat(said.toString()).contains("accounts 2", keys.toString());

        Files.writeString(accounts, "12\n");
        assertThat(verb(said, accounts)).isNotZero();
        assertThat(said.toString()).contains("no account").doesNotContain("\n12");
    }

    private int verb(StringWriter said, Path accounts) {
        CommandLine line = CommandLines.of(new ListCommand());
        line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
        return line.execute(
                "sign", "--keys", folder.resolve("issuer").toString(), "--out", file.toString(), accounts.toString());
    }

    private void changed(FileWatch<SuspectList> watch, UnaryOperator<byte[]> change) throws IOException {
        Files.write(file, change.apply(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]));
        watch.check();
    }

    private void refused(byte[] bytes, String because) {
        assertThatThrownBy(() -> reading.read(bytes, null))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(because)
                .hasMessageStartingWith(file.toString());
    }
}
