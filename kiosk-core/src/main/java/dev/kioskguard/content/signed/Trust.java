package dev.kioskguard.content.signed;

import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.transfer.clearance.SignedToken;
import dev.kioskguard.transfer.clearance.TokenRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose word counts for content, and how many different keys must have signed a pack.
 *
 * @param keys each named by its thumbprint, so that one key never counts as two
 * @param signatures 1, or 2 where one person alone may not change what customers are told
 */
public record Trust(List<PublicKeys> keys, int signatures) {

    /** The type of a signature over a pack: none over anything else can stand in for it. */
    static final String TYPE = "content-pack+jwt";

    /** Signatures that a pack may bear; more are no stronger. */
    static final int SIGNATURES_MAX = 8;

    private static final int KEY_FILE_BYTES_MAX = 64 * 1024;

    public Trust {
        keys = List.copyOf(keys);
    }

    /**
     * Reads the public keys that a configuration names.
     *
     * @throws PackRefusedException naming the file that holds none
     */
    public static Trust read(List<Path> files, int signatures) {
        List<PublicKeys> keys = new ArrayList<>();
        for (Path file : files) {
            keys.add(publicKeys(file));
        }
        return new Trust(keys, signatures);
    }

    private static PublicKeys publicKeys(Path file) {
        try {
            if (Files.size(file) <= KEY_FILE_BYTES_MAX) {
                PublicKeys keys = PublicKeys.parse(Files.readString(file));
                if (keys.areNamedByThumbprint()) {
                    return keys;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw noKeys(file, e);
        }
        throw noKeys(file, new IllegalArgumentException("a key is not named by its thumbprint"));
    }

    private static PackRefusedException noKeys(Path file, Exception cause) {
        return new PackRefusedException(
                file + ", which content.trust of kiosk.yaml names, is no file of public keys",
                "put there the .pub file that ./kiosk content key made",
                cause);
    }

    /** Returns what a key signs for a manifest: its sum, which keeps a signature short however many files there are. */
    static String payload(byte[] manifest) {
        return "{\"manifest\":\"sha-256:" + Digests.of(manifest) + "\"}";
    }

    /**
     * Returns the ids of the trusted keys that signed; a signature by an unknown key counts for nothing.
     *
     * @throws PackRefusedException when they are too few, or one that should count does not hold
     */
    List<String> signers(byte[] manifest, List<String> tokens) {
        Set<String> signers = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String token : tokens) {
            String id = keyId(token);
            keys.stream()
                    .filter(set -> set.ids().contains(id))
                    .findFirst()
                    .ifPresentOrElse(
                            set -> {
                                verify(manifest, token, set);
                                signers.add(id);
                            },
                            () -> unknown.add(id));
        }
        if (signers.size() < signatures) {
            throw new PackRefusedException(
                    "the pack needs the signatures of %d different keys that are trusted here, and has %d%s"
                            .formatted(
                                    signatures,
                                    signers.size(),
                                    unknown.isEmpty() ? "" : " (not trusted: " + String.join(", ", unknown) + ")"),
                    "have it signed, or name the key's .pub file in content.trust of kiosk.yaml");
        }
        return List.copyOf(signers);
    }

    /** Returns which key a signature names, verified or not. */
    static String keyId(String token) {
        try {
            String id = SignedToken.keyId(token);
            // It is told to people, and whoever made the pack chose it.
            return id.matches("[\\w-]{1,100}") ? id : "a key without a proper name";
        } catch (TokenRefusedException e) {
            throw broken(e);
        }
    }

    private static void verify(byte[] manifest, String token, PublicKeys keys) {
        try {
            if (SignedToken.verify(TYPE, token, keys).equals(payload(manifest))) {
                return;
            }
        } catch (TokenRefusedException e) {
            throw broken(e);
        }
        throw new PackRefusedException(
                "a signature of the pack is for another manifest", "take the pack as it was signed, or sign it anew");
    }

    private static PackRefusedException broken(TokenRefusedException e) {
        return new PackRefusedException(
                "a signature of the pack does not hold: " + e.getMessage(),
                "take the pack as it was signed, or sign it anew",
                e);
    }
}
