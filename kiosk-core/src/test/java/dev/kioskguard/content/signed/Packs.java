package dev.kioskguard.content.signed;

import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.transfer.clearance.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Packs made of the shipped content, honest ones and others, and the terminal that is to take them. */
final class Packs {

    static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");
    static final Instant LATER = NOW.plusSeconds(86_400);
    static final String SITE = "B-001";

    final SigningKey one = SigningKey.generate(new SecureRandom());
    final SigningKey two = SigningKey.generate(new SecureRandom());
    final SigningKey stranger = SigningKey.generate(new SecureRandom());
    final Path data;
    private final Path temp;

    Packs(Path temp) {
        this.temp = temp;
        this.data = temp.resolve("data");
    }

    /** A copy of the shipped content with a version of its own. */
    Path content(long sequence) throws IOException {
        String version = "9." + sequence;
        Path folder = temp.resolve("content-" + version);
        if (!Files.exists(folder)) {
            ShippedContent.copyTo(folder);
            Path script = folder.resolve("script.yaml");
            Files.writeString(
                    script, Files.readString(script).replaceFirst("version: .*", "version: \"" + version + '"'));
        }
        return folder;
    }

    Path pack(long sequence) throws IOException {
        return pack(sequence, NOW, LATER, List.of());
    }

    Path pack(long sequence, Instant from, @Nullable Instant until, List<String> sites) throws IOException {
        Path file = temp.resolve(sequence + ".kgpack");
        Path content = content(sequence);
        new PackSigner(one).sign(content, new PackSigner.Terms(sequence, NOW, from, until, sites), file);
        return file;
    }

    Admission admission() {
        return admission(1);
    }

    Admission admission(int signatures) {
        return admission(signatures, one.publicKeys(), two.publicKeys());
    }

    static Admission admission(int signatures, PublicKeys... trusted) {
        return new Admission(new Trust(List.of(trusted), signatures), SITE, ShippedContent.DIR);
    }

    StoredPack install(Path file) throws IOException {
        return new PackInstaller(data).install(file, admission(), NOW, false);
    }

    InstalledPacks.Choice chosen() {
        return chosen(NOW);
    }

    InstalledPacks.Choice chosen(Instant now) {
        return new InstalledPacks(data).choose(admission(), now);
    }

    /** Which pack is used: its sequence number, or 0 for none. */
    long inUse() {
        StoredPack pack = chosen().pack();
        return pack == null ? 0 : pack.manifest().sequence();
    }

    /** One entry of a ZIP in the making. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    record Entry(String name, byte[] bytes) {}

    /** The entries of a pack, to be spoilt. */
    static List<Entry> entries(Path pack) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (PackFile in = PackFile.open(pack)) {
            entries.add(new Entry(PackFile.MANIFEST, in.manifest()));
            entries.add(new Entry(PackFile.SIGNATURES, in.signatures()));
            in.files(Manifest.parse(in.manifest()), (name, bytes) -> entries.add(new Entry(name, bytes)));
        }
        return entries;
    }

    Path written(List<Entry> entries) throws IOException {
        Path file = temp.resolve("written.kgpack");
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new PackZip(out)) {
            for (Entry entry : entries) {
                zip.add(entry.name(), entry.bytes());
            }
        }
        return file;
    }

    /** The pack with other signatures. */
    Path signedBy(Path pack, String... tokens) throws IOException {
        List<Entry> entries = new ArrayList<>(entries(pack));
        entries.set(1, new Entry(PackFile.SIGNATURES, String.join("\n", tokens).getBytes(StandardCharsets.UTF_8)));
        return written(entries);
    }

    /** Every file below a folder with its sum; a lock has nothing in it and says nothing. */
    static List<String> tree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> Files.isRegularFile(path) && !path.endsWith("lock"))
                    .map(path -> path + " " + sum(path))
                    .sorted()
                    .toList();
        }
    }

    private static String sum(Path file) {
        try {
            return Digests.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
