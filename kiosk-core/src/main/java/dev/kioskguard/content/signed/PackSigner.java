package dev.kioskguard.content.signed;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.transfer.clearance.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes signed packs: out of a folder, or one with a second signature out of one with a first. */
public final class PackSigner {

    private final SigningKey key;

    public PackSigner(SigningKey key) {
        this.key = key;
    }

    /** What the first who signs decides; who signs after it agrees. */
    public record Terms(
            long sequence,
            Instant created,
            Instant validFrom,
            @Nullable Instant validUntil,
            List<String> sites) {}

    /**
     * Signs a folder that reads as content.
     *
     * @throws dev.kioskguard.content.pack.ContentException if it does not
     * @throws PackRefusedException if it has something that no pack may have
     */
    public Manifest sign(Path folder, Terms terms, Path out) throws IOException {
        ContentPack content = ContentPacks.read(folder);
        var manifest = new Manifest(
                Manifest.FORMAT,
                content.version(),
                terms.sequence(),
                terms.created(),
                terms.validFrom(),
                terms.validUntil(),
                terms.sites(),
                items(folder));
        byte[] bytes = manifest.bytes();
        Manifest.parse(bytes); // What cannot be installed is not signed.
        write(out, bytes, List.of(signature(bytes)), manifest, (of, sink) -> {
            for (Manifest.Item item : of.files()) {
                sink.take(item.name(), Files.readAllBytes(folder.resolve(item.name())));
            }
        });
        return manifest;
    }

    /** Signs a pack that others have signed; each key signs once. */
    public Manifest signAlso(Path pack, Path out) throws IOException {
        try (PackFile in = PackFile.open(pack)) {
            List<String> tokens = new ArrayList<>(PackFile.tokens(in.signatures()));
            tokens.removeIf(token -> Trust.keyId(token).equals(key.id()));
            tokens.add(signature(in.manifest()));
            Manifest manifest = Manifest.parse(in.manifest());
            write(out, in.manifest(), tokens, manifest, in::files);
            return manifest;
        }
    }

    private String signature(byte[] manifest) {
        return key.sign(Trust.TYPE, Trust.payload(manifest));
    }

    /** Either a whole pack stands there afterwards, or what stood there before. */
    private static void write(Path out, byte[] manifest, List<String> tokens, Manifest of, PackFile.Source files)
            throws IOException {
        Path fresh = out.resolveSibling(out.getFileName() + ".new");
        byte[] signatures = (String.join("\n", tokens) + "\n").getBytes(StandardCharsets.US_ASCII);
        PackFile.tokens(signatures);
        try {
            try (OutputStream bytes = Files.newOutputStream(fresh)) {
                PackFile.write(bytes, manifest, signatures, of, files);
            }
            Files.move(fresh, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static List<Manifest.Item> items(Path folder) throws IOException {
        List<Manifest.Item> items = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.toList()) {
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    items.add(item(path, name(folder, path)));
                }
            }
        }
        items.sort((one, other) -> one.name().compareTo(other.name()));
        return items;
    }

    private static Manifest.Item item(Path path, String name) throws IOException {
        boolean ofThePack = name.equals(PackFile.MANIFEST) || name.equals(PackFile.SIGNATURES);
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || ofThePack || !Manifest.isName(name)) {
            throw new PackRefusedException(
                    path + " cannot be part of a pack",
                    "move it elsewhere, or give it a name of letters, digits, '.', '_' and '-'");
        }
        if (Files.size(path) > Manifest.FILE_BYTES_MAX) {
            throw new PackRefusedException(Manifest.tooLarge(path.toString()), "make it smaller");
        }
        byte[] bytes = Files.readAllBytes(path);
        return new Manifest.Item(name, bytes.length, Digests.of(bytes));
    }

    /** The name of a file in packs, the same on every system. */
    static String name(Path folder, Path file) {
        String separator = Objects.requireNonNull(folder.getFileSystem()).getSeparator();
        return folder.relativize(file).toString().replace(separator, "/");
    }
}
