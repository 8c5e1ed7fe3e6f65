package dev.kioskguard.content.signed;

import static dev.kioskguard.content.signed.Packs.LATER;
import static dev.kioskguard.content.signed.Packs.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledPacksTest {

    @TempDir
    Path temp;

    private Packs packs;

    @BeforeEach
    void makeKeys() {
        packs = new Packs(temp);
    }

    @Test
    void aLowerNumberIsRefusedUnlessItWasInstalledBeforeAndIsAskedFor() throws IOException {
        packs.install(packs.pack(1));
        packs.install(packs.pack(3));
        assertThatThrownBy(() -> packs.install(packs.pack(1))).hasMessageContaining("add --rollback");
        assertThatThrownBy(() -> packs.install(packs.pack(2))).hasMessageContaining("higher --sequence");
        assertThatThrownBy(() -> back(packs.pack(2))).hasMessageContaining("was installed here before");
        assertThat(packs.inUse()).isEqualTo(3);

        back(packs.pack(1));
        assertThat(packs.inUse()).isOne();
        InstallLog log = new InstalledPacks(packs.data).log();
        assertThat(log.entries()).extracting(InstallLog.Entry::sequence).containsExactly(1L, 3L, 1L);
        assertThat(log.entries()).extracting(InstallLog.Entry::rollback).containsExactly(true, false, false);
        assertThatThrownBy(() -> packs.install(packs.pack(2)))
                .as("what was never here does not come in by the back door")
                .hasMessageContaining("3 has been installed here");
        packs.install(packs.pack(3));
        assertThat(packs.inUse()).isEqualTo(3);
    }

    @Test
    void anotherPackOfTheSameNumberIsRefused() throws IOException {
        packs.install(packs.pack(1));
        assertThatThrownBy(() -> packs.install(packs.pack(1, NOW, null, List.of())))
                .hasMessageContaining("higher --sequence");
    }

    @Test
    void theSamePackAgainChangesNothing() throws IOException {
        packs.install(packs.pack(1));
        List<String> before = Packs.tree(packs.data);
        packs.install(packs.pack(1));
        assertThat(Packs.tree(packs.data)).isEqualTo(before);
    }

    @Test
    void aDamagedPackGivesWayToTheLastGoodOneUntilItIsInstalledAgain() throws IOException {
        packs.install(packs.pack(1));
        StoredPack second = packs.install(packs.pack(2));
        spoil(second.files().resolve("script.yaml"));
        assertThat(packs.inUse()).isOne();
        assertThat(packs.chosen().refused()).singleElement().asString().contains("is damaged", "install it again");
        packs.install(packs.pack(2));
        assertThat(packs.inUse()).isEqualTo(2);
        assertThat(packs.chosen().refused()).isEmpty();
    }

    @Test
    void whereverTheDiskGoesBadTheLastGoodOneIsUsed() throws IOException {
        packs.install(packs.pack(1));
        StoredPack second = packs.install(packs.pack(2));
        Path pack = second.files().resolveSibling("manifest.json").getParent();
        List<Path> files;
        try (Stream<Path> all = Files.walk(pack)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        var chance = new SplittableRandom(1);
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            byte[] bad = whole.clone();
            // Past a last line's end a signature file may hold anything.
            bad[chance.nextInt(bad.length - 1)] ^= 4;
            Files.write(file, bad);
            refused(second, pack);
            Files.delete(file);
            refused(second, pack);
            if (file.equals(files.get(0))) {
                assertThat(packs.inUse()).as("without " + file).isOne();
            }
            Files.write(file, whole);
        }
        Files.writeString(pack.resolve("files").resolve("screens").resolve("more.yaml"), "a: b");
        assertThat(packs.inUse()).as("with a file too many").isOne();
        Files.delete(pack.resolve("files").resolve("screens").resolve("more.yaml"));
        assertThat(packs.inUse()).as("control").isEqualTo(2);
    }

    /** What cannot be opened gives way: that is shown above, and here only once, for it reads the other pack. */
    private void refused(StoredPack stored, Path where) {
        assertThatThrownBy(() -> StoredPack.open(where, stored.digest(), packs.admission(), NOW))
                .isInstanceOf(PackRefusedException.class);
    }

    @Test
    void aDamagedListIsMadeAnewFromThePacks() throws IOException {
        packs.install(packs.pack(1));
        packs.install(packs.pack(2));
        spoil(packs.data.resolve("content").resolve("current"));
        assertThat(packs.inUse()).isEqualTo(2);
        assertThat(packs.chosen().refused()).singleElement().asString().contains("current is damaged");
        assertThatThrownBy(() -> packs.install(packs.pack(1))).hasMessageContaining("add --rollback");
        packs.install(packs.pack(3));
        assertThat(packs.chosen().refused()).isEmpty();
        assertThat(packs.inUse()).isEqualTo(3);
    }

    @Test
    void aPackThatRunsOutGivesWay() throws IOException {
        packs.install(packs.pack(1, NOW, null, List.of()));
        packs.install(packs.pack(2));
        assertThat(packs.chosen(LATER.minusSeconds(1)).pack().manifest().sequence())
                .isEqualTo(2);
        assertThat(packs.chosen(LATER).pack().manifest().sequence()).isOne();
        assertThat(packs.chosen(LATER).refused()).singleElement().asString().contains("was valid until " + LATER);
    }

    @Test
    void whoNoLongerTrustsTheKeyNoLongerUsesThePack() throws IOException {
        packs.install(packs.pack(1));
        var choice = new InstalledPacks(packs.data).choose(Packs.admission(1, packs.two.publicKeys()), NOW);
        assertThat(choice.pack()).isNull();
        assertThat(choice.refused()).singleElement().asString().contains("content.trust");
    }

    @Test
    void afterGoingBackTheLaterOneIsNoLastGoodOne() throws IOException {
        packs.install(packs.pack(1));
        packs.install(packs.pack(2));
        StoredPack first = back(packs.pack(1));
        spoil(first.files().resolve("script.yaml"));
        assertThat(packs.inUse()).isZero();
    }

    @Test
    void onlyTheLatestPacksStay() throws IOException {
        for (int sequence = 1; sequence <= 6; sequence++) {
            packs.install(packs.pack(sequence));
        }
        List<Path> kept = new ArrayList<>();
        try (Stream<Path> all = Files.list(packs.data.resolve("content").resolve("packs"))) {
            all.forEach(kept::add);
        }
        assertThat(kept)
                .as("those to use, and one that a guard may still read from")
                .hasSize(InstallLog.KEPT_MAX + 1);
        assertThat(packs.inUse()).isEqualTo(6);
    }

    private StoredPack back(Path pack) throws IOException {
        return new PackInstaller(packs.data).install(pack, packs.admission(), NOW, true);
    }

    private static void spoil(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[0] ^= 1;
        Files.write(file, bytes);
    }
}
