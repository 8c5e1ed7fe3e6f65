package dev.kioskguard.content.signed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a pack says of itself, which nobody has verified.
 *
 * @param digest of its manifest
 * @param keys ids of the keys that it says it is signed with
 */
public record PackClaims(Manifest manifest, String digest, List<String> keys) {

    public PackClaims {
        keys = List.copyOf(keys);
    }

    /**
     * Reads the first pages of a pack.
     *
     * @throws PackRefusedException if it has none
     */
    public static PackClaims read(Path file) throws IOException {
        try (PackFile in = PackFile.open(file)) {
            List<String> keys =
                    PackFile.tokens(in.signatures()).stream().map(Trust::keyId).toList();
            return new PackClaims(Manifest.parse(in.manifest()), Digests.of(in.manifest()), keys);
        }
    }
}
