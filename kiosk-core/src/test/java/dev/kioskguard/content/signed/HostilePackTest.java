package dev.kioskguard.content.signed;

import static dev.kioskguard.content.signed.Packs.LATER;
import static dev.kioskguard.content.signed.Packs.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.content.signed.Packs.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal says what to do, and leaves what was installed before as it was: so all meet one installation. */
class HostilePackTest {

    @TempDir
    static Path temp;

    private static Packs packs;
    private static Path good;
    private static List<String> before;
    private List<Entry> entries;

    @BeforeAll
    static void installAGoodOne() throws IOException {
        packs = new Packs(temp);
        packs.install(packs.pack(1));
        good = packs.pack(2);
        before = Packs.tree(packs.data);
    }

    @BeforeEach
    void spoilAnother() throws IOException {
        entries = new ArrayList<>(Packs.entries(good));
    }

    @AfterAll
    static void theFirstIsStillInUse() {
        assertThat(packs.inUse()).isOne();
    }

    @Test
    void theGoodOneIsTaken() throws IOException {
        Path elsewhere = temp.resolve("elsewhere");
        new PackInstaller(elsewhere).install(packs.written(entries), packs.admission(), NOW, false);
        assertThat(Packs.tree(elsewhere)).as("control of the look at the disk").isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil.yaml", "/tmp/evil.yaml", "a/../../evil.yaml", "C:\\evil.yaml", "\u001b[2J", "x.yaml"})
    void aFileTooManyIsRefused(String name) throws IOException {
        entries.add(new Entry(name, new byte[1]));
        refused(packs.written(entries), "is not in its manifest");
        entries.add(3, entries.remove(entries.size() - 1));
        refused(packs.written(entries), "is not in its manifest");
    }

    @Test
    void aNameThatLeadsOutIsRefusedEvenIfItIsSigned() throws IOException {
        String manifest = new String(entries.get(0).bytes(), StandardCharsets.UTF_8);
        for (String name : List.of("../evil", "/evil", "a//b", "a\\\\b", ".hidden", "a/./b", "", "a/b/c/d/e")) {
            byte[] edited =
                    manifest.replace("\"choices.yaml\"", "\"" + name + "\"").getBytes(StandardCharsets.UTF_8);
            assertThat(edited).as("control").isNotEqualTo(entries.get(0).bytes());
            refused(packs.written(resigned(edited)), "a file that may not be called so");
        }
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        entries.remove(entries.size() - 1);
        refused(packs.written(entries), "is in its manifest and not in it");
    }

    @Test
    void aChangedFileIsRefused() throws IOException {
        Entry last = entries.remove(entries.size() - 1);
        byte[] other = last.bytes().clone();
        other[other.length / 2] ^= 1;
        entries.add(new Entry(last.name(), other));
        refused(packs.written(entries), last.name() + " in it is not the file that was signed");
        entries.set(entries.size() - 1, new Entry(last.name(), Arrays.copyOf(last.bytes(), 10)));
        refused(packs.written(entries), last.name() + " in it is not the file that was signed");
    }

    @Test
    void aFileThatStandsThereTwiceIsRefused() throws IOException {
        String name = entries.get(2).name();
        String disguised = "X" + name.substring(1); // the writer would refuse to write one twice
        entries.add(new Entry(disguised, entries.get(2).bytes()));
        byte[] bytes = Files.readAllBytes(packs.written(entries));
        byte[] twice = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace(disguised, name)
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(twice).as("control").isNotEqualTo(bytes);
        refused(Files.write(temp.resolve("twice.kgpack"), twice), name + " is in it twice, or not in its place");
    }

    @Test
    void aBombUnfoldsNoFurtherThanWasSigned() throws IOException {
        Path bomb = temp.resolve("bomb.kgpack");
        try (OutputStream out = Files.newOutputStream(bomb);
                var zip = new ZipOutputStream(out)) {
            for (Entry entry : entries.subList(0, 2)) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.bytes());
            }
            zip.putNextEntry(new ZipEntry(entries.get(2).name()));
            for (int mebibytes = 0; mebibytes < 64; mebibytes++) {
                zip.write(new byte[1 << 20]);
            }
        }
        assertThat(Files.size(bomb)).as("control: it is folded").isLessThan(1 << 20);
        refused(bomb, "is not the file that was signed");
    }

    @Test
    void aBombBeforeTheSignatureIsRefused() throws IOException {
        entries.set(0, new Entry(PackFile.MANIFEST, new byte[Manifest.BYTES_MAX + 1]));
        refused(packs.written(entries), "manifest.json in it has more than");
    }

    @Test
    void whatIsNoPackIsRefused() throws IOException {
        refused(temp.resolve("none.kgpack"), "there is no file");
        refused(Files.write(temp.resolve("empty.kgpack"), new byte[0]), "does not begin with manifest.json");
        entries.remove(0);
        refused(packs.written(entries), "does not begin with manifest.json");
    }

    @Test
    void aFileThatEndsTooEarlyOrIsBittenIntoIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(good);
        var chance = new SplittableRandom(1);
        int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        for (int round = 0; round < 25; round++) {
            byte[] cut = Arrays.copyOf(bytes, chance.nextInt(end));
            refused(Files.write(temp.resolve("cut.kgpack"), cut), ";");
        }
    }

    @Test
    void aStrangersSignatureCountsForNothing() throws IOException {
        byte[] manifest = entries.get(0).bytes();
        String token = packs.stranger.sign(Trust.TYPE, Trust.payload(manifest));
        refused(packs.signedBy(good, token), "and has 0 (not trusted: " + packs.stranger.id() + "); have it signed");
        refused(packs.signedBy(good), "bears 0 signatures");
    }

    @Test
    void aSignatureOverAnotherManifestOrOfAnotherKindIsRefused() throws IOException {
        String other = packs.one.sign(Trust.TYPE, Trust.payload(new byte[1]));
        refused(packs.signedBy(good, other), "is for another manifest");
        String clearance =
                packs.one.sign("clearance+jwt", Trust.payload(entries.get(0).bytes()));
        refused(packs.signedBy(good, clearance), "is not of type content-pack+jwt");
        String manifest = new String(entries.get(0).bytes(), StandardCharsets.UTF_8);
        entries.set(
                0,
                new Entry(
                        PackFile.MANIFEST,
                        manifest.replace("\"sequence\":2", "\"sequence\":3").getBytes(StandardCharsets.UTF_8)));
        refused(packs.written(entries), "is for another manifest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "ES256", "eddsa"})
    void anotherAlgorithmIsRefused(String algorithm) throws Exception {
        String header = base64(
                "{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(algorithm, Trust.TYPE, packs.one.id()));
        String body = header + "." + base64(Trust.payload(entries.get(0).bytes()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(packs.one.publicKeys().json().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String token = body + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        refused(packs.signedBy(good, token), "a signature of the pack does not hold");
    }

    @Test
    void aPackOutOfItsTimeOrPlaceIsRefused() throws IOException {
        refused(packs.pack(2, LATER, null, List.of()), "is valid from " + LATER);
        refused(packs.pack(2, NOW.minusSeconds(60), NOW, List.of()), "was valid until " + NOW);
        refused(packs.pack(2, NOW, LATER, List.of("B-002", "B-003")), "is for B-002, B-003 and this is B-001");
        Path fits = packs.pack(2, NOW, LATER, List.of("B-002", Packs.SITE));
        assertThat(new PackInstaller(temp.resolve("fits")).install(fits, packs.admission(), NOW, false))
                .as("control")
                .isNotNull();
        good = packs.pack(2); // it lay in the same file
    }

    private List<Entry> resigned(byte[] manifest) {
        List<Entry> all = new ArrayList<>(entries);
        all.set(0, new Entry(PackFile.MANIFEST, manifest));
        String token = packs.one.sign(Trust.TYPE, Trust.payload(manifest));
        all.set(1, new Entry(PackFile.SIGNATURES, token.getBytes(StandardCharsets.US_ASCII)));
        return all;
    }

    private void refused(Path pack, String said) throws IOException {
        assertThatThrownBy(() -> packs.install(pack))
                .isInstanceOf(PackRefusedException.class)
                .hasMessageContaining(said)
                .hasMessageContaining("; ")
                .message()
                .doesNotContain("\u001b");
        assertThat(Packs.tree(packs.data)).isEqualTo(before);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
