package dev.kioskguard.app.hop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.app.hop.Hop.Card;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in a neighbour's name and is not believed, and what a listener can make of what is said. */
class HopRefusalsTest {

    private static final String CARD = "6222020000000000018";
    private static final LocalDate DAY = LocalDate.parse("2026-01-01");
    private static final String TOKEN = "abcdefghijklmnopqrstuv";

    /** Not the secret with a zero more: to HMAC that is the same key. */
    private static final byte[] OTHER = "of another branch, or of nobody at all".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private final BranchSecret secret =
            new BranchSecret(Base64.getDecoder().decode(HopMachine.SECRET), HopMachine.BRANCH);
    private HopMachine here;

    @BeforeEach
    void open() throws IOException {
        here = HopMachine.open(folder, "ATM-1");
    }

    @AfterEach
    void nothingWasWrittenDown() {
        here.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "null", "[]", "{}", "{\"kind\":\"hop\"}", "\"hop\"", "1e999999999", "{\"a\":"})
    void garbageIsRefused(String text) {
        here.hears("ATM-2", text);
        refused("hop-garbage");
    }

    @Test
    void aWordWithMoreOrLessInItOrTooLongIsGarbage() {
        String word = hop().text(secret);
        here.hears("ATM-2", word.replace("}", ",\"pan\":\"" + CARD + "\"}"));
        here.hears("ATM-2", word.replace("\"seal\"", "\"sealed\""));
        here.hears("ATM-2", word + " ".repeat(2_000));
        here.hears("ATM-2", word + "{}");
        here.hears("ATM-2", word.replace(TOKEN, "<script>"));
        refused("hop-garbage", "hop-garbage", "hop-garbage", "hop-garbage", "hop-garbage");
    }

    @Test
    void aWordThatNobodyOfTheBranchHasSealedIsRefused() {
        var stranger = new BranchSecret(OTHER, HopMachine.BRANCH);
        here.hears("ATM-2", hop().text(stranger));
        here.hears("ATM-2", hop().text(secret).replace("T05:00", "T05:01"));
        refused("hop-forged", "hop-forged");
    }

    @Test
    void aWordOfAnotherBranchOrUnderAnothersNameIsRefused() {
        here.hears("ATM-2", new Hop("B-2", "ATM-2", hop().card(), hop().stoppedAt(), hop().until()).text(secret));
        here.hears("ATM-3", hop().text(secret));
        refused("hop-foreign", "hop-foreign");
    }

    @Test
    void aWordWhoseTimeIsOverFromTheFutureOrForTooLongIsRefused() {
        Instant now = here.now;
        here.hears("ATM-2", hop(now.minus(Duration.ofHours(24)), now).text(secret));
        here.hears(
                "ATM-2",
                hop(now.plus(HopEars.SKEW_MAX).plusSeconds(1), now.plusSeconds(300))
                        .text(secret));
        here.hears("ATM-2", hop(now, now.plus(Hop.LIFE_MAX).plusSeconds(1)).text(secret));
        refused("hop-expired", "hop-future", "hop-future");
    }

    @Test
    void aNeighbourThatTellsOfTooMuchIsHeardNoMoreButOthersAre() {
        IntStream.rangeClosed(0, HopEars.OF_ONE_MAX).forEach(i -> here.hears("ATM-2", of("ATM-2", i)));
        assertThat(here.refusals).containsExactly("hop-flood");
        assertThat(here.lines()).isEqualTo(HopEars.OF_ONE_MAX);
        here.hears("ATM-3", of("ATM-3", 999));
        assertThat(here.lines()).isEqualTo(HopEars.OF_ONE_MAX + 1L);
    }

    private String of(String machine, int i) {
        var card = new Card(DAY, "%022d".formatted(i));
        return new Hop(HopMachine.BRANCH, machine, card, here.now, here.now.plusSeconds(60)).text(secret);
    }

    @Test
    void aListenerSeesNoNumberAndNoHashThatCouldBeTriedWithoutTheSecret() throws NoSuchAlgorithmException {
        String word = new Hop(HopMachine.BRANCH, "ATM-2", new Card(DAY, secret.token(DAY, CARD)), here.now, here.now)
                .text(secret);
        assertThat(word).doesNotContain(CARD, CARD.substring(0, 6), CARD.substring(CARD.length() - 4));
        for (String algorithm : new String[] {"MD5", "SHA-1", "SHA-256", "SHA-512"}) {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(CARD.getBytes(StandardCharsets.US_ASCII));
            assertThat(word)
                    .doesNotContain(HexFormat.of().formatHex(hash).substring(0, 20))
                    .doesNotContain(Base64.getUrlEncoder().encodeToString(hash).substring(0, 20));
        }
    }

    @Test
    void aTokenIsAnotherEachDayInEachBranchAndForEachSecret() {
        String today = secret.token(DAY, CARD);
        assertThat(secret.token(DAY, CARD))
                .as("control: comparable")
                .isEqualTo(today)
                .hasSize(22);
        assertThat(secret.token(DAY.plusDays(1), CARD)).isNotEqualTo(today);
        assertThat(new BranchSecret(Base64.getDecoder().decode(HopMachine.SECRET), "B-2").token(DAY, CARD))
                .isNotEqualTo(today);
        assertThat(new BranchSecret(OTHER, HopMachine.BRANCH).token(DAY, CARD)).isNotEqualTo(today);
        assertThat(secret.token(DAY, "6222020000000000026")).isNotEqualTo(today);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "QUFBQQ==", "not base64 at all, but long enough to be one of them"})
    void whatIsNoSecretIsNotTaken(String text) throws IOException {
        Path file = HopMachine.secret(folder.resolve("secret"), text);
        assertThatThrownBy(() -> BranchSecret.read(file, "B-1")).hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void aSecretThatOthersMayReadOrThatIsNotThereIsNotTaken() throws IOException {
        Path file = HopMachine.secret(folder.resolve("secret"), HopMachine.SECRET);
        assertThat(BranchSecret.read(file, "B-1").token(DAY, CARD))
                .as("control")
                .isNotEmpty();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> BranchSecret.read(file, "B-1")).hasMessageContaining("chmod 600");
        Files.delete(file);
        assertThatThrownBy(() -> BranchSecret.read(file, "B-1")).hasMessageContaining("branch-secret");
    }

    private Hop hop() {
        return hop(here.now, here.now.plus(Duration.ofHours(1)));
    }

    private static Hop hop(Instant stopped, Instant until) {
        LocalDate day = Card.dayOf(stopped);
        return new Hop(HopMachine.BRANCH, "ATM-2", new Card(day, TOKEN), stopped, until);
    }

    private void refused(String... kinds) {
        assertThat(here.refusals).containsExactly(kinds);
        assertThat(here.lines()).isZero();
        assertThat(here.state().cards()).isEmpty();
    }
}
