package dev.kioskguard.app.wiring;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names that nobody can guess, for visits, transfers and notices. */
final class Ids {

    private static final int BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String session() {
        return "s-" + text();
    }

    static String transfer() {
        return "t-" + text();
    }

    static String notice() {
        return "n-" + text();
    }

    private static String text() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
