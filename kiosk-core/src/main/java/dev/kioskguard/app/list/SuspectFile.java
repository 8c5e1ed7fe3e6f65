package dev.kioskguard.app.list;

import dev.kioskguard.app.config.ConfigException;
import dev.kioskguard.app.config.FileWatch;
import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.transfer.clearance.SignedToken;
import dev.kioskguard.transfer.clearance.TokenRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list of suspect payees as a file: a line with a compact JWS (EdDSA) over
 * {@code {"issued": instant, "salt": base64url, "entries": count, "digest": base64url}}, and then the entries, of
 * {@value SuspectList#ENTRY_BYTES} bytes each, ascending. The digest is the SHA-256 of all that follows the line.
 */
public final class SuspectFile implements FileWatch.Reading<SuspectList> {

    /** Bytes of a file: the token, and {@link SuspectList#ENTRIES_MAX} entries. */
    public static final int BYTES_MAX = 8 * 1024 + SuspectList.ENTRIES_MAX * SuspectList.ENTRY_BYTES;

    /** How far a list may be ahead of this machine's clock. */
    static final Duration AHEAD_MAX = Duration.ofHours(1);

    static final String TYPE = "suspects+jwt";

    private static final int KEYS_BYTES_MAX = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Path trust;
    private final InstantSource time;

    /**
     * A reader of one file.
     *
     * @param trust the JWK set of whoever may sign it, looked at each time
     */
    public SuspectFile(Path file, Path trust, InstantSource time) {
        this.file = file;
        this.trust = trust;
        this.time = time;
    }

    @Override
    public SuspectList read(byte[] bytes, @Nullable SuspectList before) {
        SuspectList list = list(bytes);
        if (list.issued().isAfter(time.instant().plus(AHEAD_MAX))) {
            throw refused(file, "is of the future; mend this machine's clock or the issuer's");
        }
        if (before != null && list.issued().isBefore(before.issued())) {
            throw refused(file, "is older than the list that counts now; put the newer one back");
        }
        return list;
    }

    private SuspectList list(byte[] bytes) {
        int line = 0;
        while (line < bytes.length && bytes[line] != '\n') {
            line++;
        }
        String token = new String(bytes, 0, line, StandardCharsets.US_ASCII);
        int from = Math.min(line + 1, bytes.length);
        try {
            JsonNode claims = JSON.readTree(SignedToken.verify(TYPE, token, keys()));
            byte[] salt = Base64.getUrlDecoder().decode(claims.required("salt").stringValue());
            var list = new SuspectList(Instant.parse(claims.required("issued").stringValue()), salt, bytes, from);
            byte[] digest =
                    Base64.getUrlDecoder().decode(claims.required("digest").stringValue());
            if (salt.length == SuspectList.SALT_BYTES
                    && list.size() == claims.required("entries").intValue()
                    && MessageDigest.isEqual(digest, digest(bytes, from))
                    && isAscending(bytes, from)) {
                return list;
            }
            throw refused(file, "is damaged: its entries are not those that were signed; fetch it again");
        } catch (TokenRefusedException refused) {
            throw refused(file, refused.getMessage() + "; fetch the list again, or its issuer's keys into " + trust);
        } catch (JacksonException | DateTimeException | IllegalArgumentException broken) {
            throw refused(file, "is signed, but is no list of suspects; make it with ./kiosk list sign");
        }
    }

    private PublicKeys keys() {
        try {
            if (Files.size(trust) <= KEYS_BYTES_MAX) {
                return PublicKeys.parse(Files.readString(trust));
            }
        } catch (IOException unreadable) {
            throw refused(trust, "cannot be read; put the keys of the list's issuer there");
        } catch (IllegalArgumentException wrong) {
            throw refused(trust, wrong.getMessage() + "; put the keys of the list's issuer there");
        }
        throw refused(trust, "is larger than " + KEYS_BYTES_MAX + " bytes; it is no set of keys");
    }

    private static boolean isAscending(byte[] bytes, int from) {
        int each = SuspectList.ENTRY_BYTES;
        for (int at = from + each; at < bytes.length; at += each) {
            if (Arrays.compareUnsigned(bytes, at - each, at, bytes, at, at + each) >= 0) {
                return false;
            }
        }
        return (bytes.length - from) % each == 0;
    }

    static byte[] digest(byte[] bytes, int from) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, from, bytes.length - from);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static ConfigException refused(Path file, String trouble) {
        return new ConfigException(List.of(file + ": " + trouble));
    }
}
