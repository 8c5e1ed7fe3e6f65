package dev.kioskguard.content.signed;

import static dev.kioskguard.content.signed.Packs.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.content.pack.ContentException;
import dev.kioskguard.content.pack.ContentPacks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedPackTest {

    @TempDir
    Path temp;

    private Packs packs;

    @BeforeEach
    void makeKeys() {
        packs = new Packs(temp);
    }

    @Test
    void anInstalledPackReadsAsTheFolderThatWasSigned() throws IOException {
        StoredPack stored = packs.install(packs.pack(1));
        assertThat(stored.content().version())
                .isEqualTo(ContentPacks.read(packs.content(1)).version());
        assertThat(stored.signers()).containsExactly(packs.one.id());
        StoredPack chosen = packs.chosen().pack();
        assertThat(chosen.manifest()).isEqualTo(stored.manifest());
        assertThat(chosen.content().script()).isEqualTo(stored.content().script());
        assertThat(packs.chosen().refused()).isEmpty();
    }

    @Test
    void withoutAnInstallationNothingIsChosenAndNothingIsWrong() {
        assertThat(packs.chosen()).isEqualTo(new InstalledPacks.Choice(null, List.of()));
    }

    @Test
    void theSameContentMakesTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(packs.pack(1));
        assertThat(Files.readAllBytes(packs.pack(1))).isEqualTo(first);
        assertThat(Files.readAllBytes(packs.pack(2))).as("control").isNotEqualTo(first);
    }

    @Test
    void aFolderThatDoesNotReadIsNotSigned() throws IOException {
        Path content = packs.content(1);
        Files.delete(content.resolve("reasons.yaml"));
        assertThatThrownBy(() -> packs.pack(1))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("reasons.yaml");
        assertThat(temp.resolve("1.kgpack")).doesNotExist();
    }

    @Test
    void aFileThatNoPackMayHaveIsNamed() throws IOException {
        Path odd = Files.writeString(packs.content(1).resolve(".swap"), "x");
        assertThatThrownBy(() -> packs.pack(1)).hasMessageContaining(".swap cannot be part of a pack; move it");
        Files.delete(odd);
        Files.createSymbolicLink(odd.resolveSibling("signs").resolve("link.svg"), Path.of("romance.svg"));
        assertThatThrownBy(() -> packs.pack(1)).hasMessageContaining("link.svg cannot be part of a pack");
    }

    @Test
    void whereTwoMustSignOneIsNotEnough() throws IOException {
        Path once = packs.pack(1);
        Path twice = temp.resolve("twice.kgpack");
        new PackSigner(packs.two).signAlso(once, twice);
        assertThatThrownBy(() -> install(once, 2)).hasMessageContaining("of 2 different keys", "and has 1");
        assertThat(packs.inUse()).isZero();
        assertThat(install(twice, 2).signers()).containsExactly(packs.one.id(), packs.two.id());
    }

    @Test
    void oneWhoSignsTwiceIsStillOne() throws IOException {
        Path once = packs.pack(1);
        Path again = temp.resolve("again.kgpack");
        new PackSigner(packs.one).signAlso(once, again);
        assertThatThrownBy(() -> install(again, 2)).hasMessageContaining("and has 1");

        String token = new String(Packs.entries(once).get(1).bytes(), StandardCharsets.US_ASCII).strip();
        assertThatThrownBy(() -> install(packs.signedBy(once, token, token), 2)).hasMessageContaining("and has 1");
        assertThat(install(again, 1).manifest().sequence()).as("control").isOne();
    }

    @Test
    void oneKeyUnderTwoNamesIsNotTrusted() throws IOException {
        String json = packs.one.publicKeys().json();
        Path good = Files.writeString(temp.resolve("good.pub"), json);
        Path renamed = Files.writeString(temp.resolve("renamed.pub"), json.replace(packs.one.id(), "somebody-else"));
        assertThat(Trust.read(List.of(good), 1).keys()).hasSize(1);
        assertThatThrownBy(() -> Trust.read(List.of(good, renamed), 2))
                .hasMessageContaining("renamed.pub", "content.trust", "content key");
    }

    @Test
    void wordsThatNobodySpeaksYetAreRefusedUntilThePackBringsARecording() throws IOException {
        Path content = packs.content(1);
        Path voices = content.resolve("voices.yaml");
        String clip = Files.readAllLines(voices).stream()
                .filter(line -> line.matches("[a-z].*: .*"))
                .findFirst()
                .orElseThrow()
                .replaceFirst(": .*", "");
        Files.writeString(voices, Files.readString(voices).replaceFirst("(?m)^" + clip + ": .*", clip + ": 您好"));
        assertThatThrownBy(() -> packs.install(packs.pack(1)))
                .hasMessageContaining("'" + clip + "'", "voices/" + clip + ".wav");
        Files.createDirectories(content.resolve("voices"));
        Files.writeString(content.resolve("voices").resolve(clip + ".wav"), "RIFF");
        packs.install(packs.pack(1));
        assertThat(packs.inUse()).isOne();
    }

    @Test
    void whileSomebodyInstallsNobodyElseDoes() throws IOException {
        Path second = packs.pack(2);
        Runnable meanwhile = () -> assertThatThrownBy(() -> packs.install(second))
                .isInstanceOf(PackRefusedException.class)
                .hasMessageContaining("somebody else is installing", "try again");
        new PackInstaller(packs.data, onceLocked(meanwhile)).install(packs.pack(1), packs.admission(), NOW, false);
        assertThat(packs.inUse()).isOne();
        packs.install(second);
        assertThat(packs.inUse()).as("control").isEqualTo(2);
    }

    /** The folder is made before the lock is taken; what comes after is under it. */
    private static Runnable onceLocked(Runnable then) {
        int[] steps = {0};
        return () -> {
            if (++steps[0] == 2) {
                then.run();
            }
        };
    }

    private StoredPack install(Path file, int signatures) throws IOException {
        return new PackInstaller(packs.data).install(file, packs.admission(signatures), NOW, false);
    }
}
