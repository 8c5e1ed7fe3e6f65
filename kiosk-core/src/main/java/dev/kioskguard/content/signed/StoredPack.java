package dev.kioskguard.content.signed;

import dev.kioskguard.content.ContentPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An installed pack that has been verified and read.
 *
 * @param digest of its manifest
 * @param signers ids of the trusted keys that signed it
 * @param files its folder of content
 */
public record StoredPack(String digest, Manifest manifest, List<String> signers, Path files, ContentPack content) {

    static final String FILES = "files";

    public StoredPack {
        signers = List.copyOf(signers);
    }

    /**
     * Verifies a pack where it lies, to the last byte.
     *
     * @throws PackRefusedException when it is not, or no longer, to be used
     */
    static StoredPack open(Path pack, String digest, Admission admission, Instant now) {
        try {
            byte[] manifest = small(pack.resolve(PackFile.MANIFEST), Manifest.BYTES_MAX);
            if (!Digests.of(manifest).equals(digest)) {
                throw damaged(PackFile.MANIFEST, pack);
            }
            byte[] signatures = small(pack.resolve(PackFile.SIGNATURES), PackFile.SIGNATURE_BYTES_MAX);
            Admission.Admitted admitted = admission.admit(manifest, signatures, now);
            Path files = pack.resolve(FILES);
            whole(files, admitted.manifest());
            return new StoredPack(
                    digest, admitted.manifest(), admitted.signers(), files, admission.read(files, admitted.manifest()));
        } catch (IOException e) {
            throw new PackRefusedException(
                    "the installed pack %s cannot be read (%s)".formatted(pack, e.getMessage()), "install it again", e);
        }
    }

    /** Returns which pack it is, who signed it, and from when until when it may be used. */
    public Map<String, Object> report() {
        var body = new LinkedHashMap<String, Object>();
        body.put("digest", digest);
        body.put("sequence", manifest.sequence());
        body.put("signers", signers);
        body.put("validFrom", manifest.validFrom().toString());
        if (manifest.validUntil() != null) {
            body.put("validUntil", manifest.validUntil().toString());
        }
        return body;
    }

    /** A file too many would be read as content too. */
    private static void whole(Path files, Manifest manifest) throws IOException {
        List<String> there;
        try (Stream<Path> found = Files.walk(files)) {
            there = found.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> PackSigner.name(files, path))
                    .sorted()
                    .toList();
        }
        if (!there.equals(manifest.files().stream().map(Manifest.Item::name).toList())) {
            throw damaged("its list of files", files);
        }
        for (Manifest.Item item : manifest.files()) {
            byte[] bytes = small(files.resolve(item.name()), (int) item.size());
            if (bytes.length != item.size() || !Digests.of(bytes).equals(item.sha256())) {
                throw damaged(item.name(), files);
            }
        }
    }

    private static byte[] small(Path file, int bytesMax) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > bytesMax) {
            throw damaged(String.valueOf(file.getFileName()), file);
        }
        return Files.readAllBytes(file);
    }

    private static PackRefusedException damaged(String what, Path where) {
        return new PackRefusedException(
                "the installed pack in %s is damaged: %s is not what was signed".formatted(where, what),
                "install it again");
    }
}
