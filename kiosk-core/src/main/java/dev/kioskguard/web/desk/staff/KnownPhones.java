package dev.kioskguard.web.desk.staff;

import dev.kioskguard.web.http.access.Secrets;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Browsers in which somebody has signed in before, by a mark that nobody makes without this desk's secret (the device
 * cookies of OWASP): whoever tries PINs anywhere else uses up none of the tries of the phone that is really theirs. A
 * browser knows the last one who signed in there. A mark opens nothing. Thread-safe.
 */
final class KnownPhones {

    /** A phone that was not used for so long is any phone. */
    static final Duration LIFE = Duration.ofDays(180);

    private static final String COOKIE = "kiosk-phone";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int NUMBER_BYTES = 16;
    private static final int MARK_LENGTH_MAX = 128;

    private final byte[] secret;
    private final RandomGenerator chance;

    /**
     * Knows the phones that were marked under that secret.
     *
     * @param chance a cryptographic source in production
     */
    KnownPhones(byte[] secret, RandomGenerator chance) {
        this.secret = secret.clone();
        this.chance = chance;
    }

    /** Returns the number of the phone that asks, if this name was signed in there before. */
    Optional<String> of(Context ctx, String staff) {
        return Optional.ofNullable(ctx.cookie(COOKIE))
                .filter(mark -> mark.length() <= MARK_LENGTH_MAX)
                .map(mark -> mark.split("\\.", 2))
                .filter(parts -> parts.length == 2 && isEqual(proof(staff, parts[0]), parts[1]))
                .map(parts -> parts[0]);
    }

    /** Marks the phone that asks as one of that name, in the answer. */
    void mark(Context ctx, String staff) {
        String number = of(ctx, staff).orElseGet(() -> Secrets.text(NUMBER_BYTES, chance));
        ctx.res()
                .addHeader(
                        "Set-Cookie",
                        DeskCookie.of(ctx, COOKIE, number + "." + proof(staff, number)) + "; Max-Age="
                                + LIFE.toSeconds());
    }

    private String proof(String staff, String number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] proof = mac.doFinal((staff + "\n" + number).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has " + ALGORITHM, e);
        }
    }

    private static boolean isEqual(String right, String shown) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
