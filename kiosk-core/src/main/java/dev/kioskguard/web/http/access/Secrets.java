package dev.kioskguard.web.http.access;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Random words that can stand in a header, a cookie or a link. */
public final class Secrets {

    private Secrets() {}

    /** Returns so many random bytes as a word of letters, digits, hyphen and underscore. */
    public static String text(int bytes, RandomGenerator chance) {
        byte[] random = new byte[bytes];
        chance.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
