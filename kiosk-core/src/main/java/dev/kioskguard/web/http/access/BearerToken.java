package dev.kioskguard.web.http.access;

import dev.kioskguard.audit.OwnerOnlyFile;
import dev.kioskguard.web.http.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** The credential of one party, kept in a file that only the service account can read. Immutable. */
public final class BearerToken {

    /** 256 bits: out of reach of guessing without any rate limit. */
    public static final int BYTES = 32;

    private static final int FILE_BYTES_MAX = 256;
    private static final String SCHEME = "bearer ";

    private final byte[] token;

    private BearerToken(String token) {
        this.token = token.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads the token of a party, or makes one on first start.
     *
     * @param chance a cryptographic source in production
     * @throws UncheckedIOException when the file cannot be read, made or is exposed; the message names it
     */
    public static BearerToken at(Path file, RandomGenerator chance) {
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(
                        Objects.requireNonNull(file.toAbsolutePath().getParent()));
                OwnerOnlyFile.write(file, (Secrets.text(BYTES, chance) + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            if (OwnerOnlyFile.isExposed(file)) {
                throw new IOException(
                        file + " can be read by others; delete it and start again to have a new one made");
            }
            String text = Files.size(file) > FILE_BYTES_MAX
                    ? ""
                    : Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (!text.matches("[A-Za-z0-9_-]{43,128}")) {
                throw new IOException(file + " holds no token; delete it and start again to have a new one made");
            }
            return new BearerToken(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }

    /** Says whether a request carries this token, in a time that does not depend on where it differs. */
    public boolean isIn(Context ctx) {
        String header = ctx.header("Authorization");
        return header != null
                && header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                && MessageDigest.isEqual(
                        token, header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Lets only the holder of this token pass.
     *
     * @param whereToFind what to tell others, such as the name of the file
     * @throws dev.kioskguard.web.http.ProblemException 401
     */
    public void require(Context ctx, String whereToFind) {
        if (!isIn(ctx)) {
            throw Problem.unauthorized("send Authorization: Bearer with the token from " + whereToFind)
                    .asException();
        }
    }

    @Override
    public String toString() {
        return "BearerToken[hidden]";
    }
}
