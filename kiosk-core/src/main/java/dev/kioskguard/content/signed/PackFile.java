package dev.kioskguard.content.signed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .kgpack} being read from front to back: manifest, signatures, and then the files in the manifest's order and
 * no others. Nothing of it is unpacked before somebody has looked at the first two.
 */
final class PackFile implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    static final String SIGNATURES = "manifest.jws";

    /** A pack may have some bytes more than its files. */
    static final long BYTES_MAX = Manifest.TOTAL_BYTES_MAX + 4 * Manifest.BYTES_MAX;

    static final int SIGNATURE_BYTES_MAX = Trust.SIGNATURES_MAX * 4200;

    private final Path file;
    private final ZipInputStream zip;
    private final byte[] manifest;
    private final byte[] signatures;

    private PackFile(Path file, ZipInputStream zip) {
        this.file = file;
        this.zip = zip;
        this.manifest = leading(MANIFEST, Manifest.BYTES_MAX);
        this.signatures = leading(SIGNATURES, SIGNATURE_BYTES_MAX);
    }

    /**
     * Opens a pack and reads what it says of itself, which nobody has verified yet.
     *
     * @throws PackRefusedException if it does not begin as a pack does
     */
    static PackFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new PackRefusedException(
                    "there is no file " + file, "name the .kgpack that ./kiosk content sign wrote");
        }
        if (Files.size(file) > BYTES_MAX) {
            throw broken(file, "it has more than " + BYTES_MAX + " bytes");
        }
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        try {
            return new PackFile(file, new ZipInputStream(bytes, StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    byte[] manifest() {
        return manifest.clone();
    }

    /** The bytes of the signatures' file, which a terminal keeps as they are. */
    byte[] signatures() {
        return signatures.clone();
    }

    /** One compact JWS a line. */
    static List<String> tokens(byte[] signatures) {
        List<String> tokens =
                new String(signatures, StandardCharsets.UTF_8).lines().toList();
        if (tokens.isEmpty() || tokens.size() > Trust.SIGNATURES_MAX) {
            throw new PackRefusedException(
                    "the pack bears %d signatures, and may bear 1 to %d".formatted(tokens.size(), Trust.SIGNATURES_MAX),
                    "have it signed anew");
        }
        return tokens;
    }

    /**
     * Gives each file of the manifest, whole and as signed, in its order.
     *
     * @throws PackRefusedException at the first that is missing, too many, or another than was signed
     */
    void files(Manifest verified, Sink sink) throws IOException {
        for (Manifest.Item item : verified.files()) {
            expect(next(), item.name(), verified);
            sink.take(item.name(), one(item));
        }
        ZipEntry more = next();
        if (more != null) {
            throw unexpected(more.getName(), verified);
        }
    }

    private byte[] one(Manifest.Item item) {
        // One byte more than was signed tells that there are more, and no bomb unfolds further.
        byte[] bytes = bytes((int) item.size() + 1);
        if (bytes.length != item.size() || !Digests.of(bytes).equals(item.sha256())) {
            throw broken(file, item.name() + " in it is not the file that was signed");
        }
        return bytes;
    }

    private byte[] leading(String name, int bytesMax) {
        ZipEntry entry = next();
        if (entry == null || !entry.getName().equals(name)) {
            throw broken(file, "it does not begin with " + MANIFEST + " and " + SIGNATURES);
        }
        byte[] bytes = bytes(bytesMax + 1);
        if (bytes.length > bytesMax) {
            throw broken(file, name + " in it has more than " + bytesMax + " bytes");
        }
        return bytes;
    }

    private @Nullable ZipEntry next() {
        try {
            return zip.getNextEntry();
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private byte[] bytes(int bytesMax) {
        try {
            return zip.readNBytes(bytesMax);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private void expect(@Nullable ZipEntry entry, String name, Manifest verified) {
        if (entry == null) {
            throw broken(file, name + " is in its manifest and not in it");
        }
        if (!entry.getName().equals(name)) {
            throw unexpected(entry.getName(), verified);
        }
    }

    private PackRefusedException unexpected(String name, Manifest verified) {
        boolean known = verified.files().stream().anyMatch(item -> item.name().equals(name));
        String told = name.chars()
                .limit(Manifest.NAME_LENGTH_MAX)
                .mapToObj(letter -> letter > ' ' && letter < 127 ? String.valueOf((char) letter) : "?")
                .collect(Collectors.joining());
        return broken(file, told + (known ? " is in it twice, or not in its place" : " is not in its manifest"));
    }

    /** Writes a pack, the same bytes for the same content. */
    static void write(OutputStream out, byte[] manifest, byte[] signatures, Manifest of, Source files)
            throws IOException {
        try (var zip = new PackZip(out)) {
            zip.add(MANIFEST, manifest);
            zip.add(SIGNATURES, signatures);
            files.each(of, zip::add);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static PackRefusedException broken(Path file, String trouble) {
        return new PackRefusedException(file + " is no whole pack: " + trouble, "fetch it again, or sign it anew");
    }

    private PackRefusedException unreadable(Exception e) {
        return new PackRefusedException(
                file + " is no whole pack: " + Objects.requireNonNullElse(e.getMessage(), "it ends too early"),
                "fetch it again, or sign it anew",
                e);
    }

    /** Takes the files of a pack. */
    interface Sink {
        void take(String name, byte[] bytes) throws IOException;
    }

    /** Gives the files of a manifest. */
    interface Source {
        void each(Manifest of, Sink sink) throws IOException;
    }
}
