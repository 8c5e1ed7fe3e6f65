package dev.kioskguard.web.desk.staff;

import java.time.Instant;

/**
 * What is kept of a passkey: the public half of a pair of keys whose other half never leaves the phone, or the phones
 * that one person shares it among (WebAuthn Level 3, credential record). It holds no secret.
 *
 * @param id what the phone calls it, base64url
 * @param key a COSE_Key (RFC 9052 section 7), base64url
 * @param counter signatures so far, 0 to 2³²−1; 0 for good where the phone counts none
 * @param shared whether it may be on several phones (its flag BE)
 * @param addedAt when its owner added it
 */
public record Passkey(String id, String key, long counter, boolean shared, Instant addedAt) {

    /** The longest id that WebAuthn allows, 1023 bytes, in base64url. */
    public static final int ID_LENGTH_MAX = 1364;

    /** More than an RSA key of 4096 bits takes. */
    public static final int KEY_LENGTH_MAX = 1024;

    /** What an id, a key and whatever else comes from a phone look like. */
    public static final String FORM = "[A-Za-z0-9_-]+";

    private static final long COUNTER_MAX = 0xFFFF_FFFFL;

    public Passkey {
        if (!id.matches(FORM) || id.length() > ID_LENGTH_MAX || !key.matches(FORM) || key.length() > KEY_LENGTH_MAX) {
            throw new IllegalArgumentException("a passkey has an id and a key in base64url, neither too long");
        }
        if (counter < 0 || counter > COUNTER_MAX) {
            throw new IllegalArgumentException("a counter lies between 0 and " + COUNTER_MAX);
        }
    }

    /** Returns this passkey after a signature. */
    Passkey countedTo(long signatures) {
        return new Passkey(id, key, signatures, shared, addedAt);
    }

    @Override
    public String toString() {
        return "Passkey[" + addedAt + "]";
    }
}
