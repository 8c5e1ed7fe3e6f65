package dev.kioskguard.paging.channel;

import dev.kioskguard.audit.OwnerOnlyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Secrets that this machine shares with somebody else, in files of one line in Base64. */
public final class SharedSecret {

    /** Bytes; as many as HMAC-SHA-256 gives, so that nobody tries them all. */
    public static final int BYTES_MIN = 32;

    private static final int FILE_BYTES_MAX = 4 * 1024;

    private SharedSecret() {}

    /**
     * Reads a file.
     *
     * @param option of the configuration that names it
     * @throws IllegalArgumentException saying what to do, when there is no secret in it or others may read it
     */
    public static byte[] read(Path file, String option) {
        try {
            if (OwnerOnlyFile.isExposed(file)) {
                throw new IllegalArgumentException(
                        "%s (%s) may be read by other accounts: take it from them (chmod 600), or renew it on both sides"
                                .formatted(file, option));
            }
            if (Files.size(file) <= FILE_BYTES_MAX) {
                return decoded(file, option, Files.readString(file).strip());
            }
            throw unusable(file, option, "it is too large", null);
        } catch (IOException e) {
            throw unusable(file, option, "it cannot be read", e);
        }
    }

    private static byte[] decoded(Path file, String option, String text) {
        try {
            byte[] secret = Base64.getDecoder().decode(text);
            if (secret.length >= BYTES_MIN) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            throw unusable(file, option, "it is not Base64", e);
        }
        throw unusable(file, option, "it is too short", null);
    }

    private static IllegalArgumentException unusable(Path file, String option, String why, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "%s (%s) is no shared secret, %s; make one with: openssl rand -base64 %d"
                        .formatted(file, option, why, BYTES_MIN),
                cause);
    }
}
