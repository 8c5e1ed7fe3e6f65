package dev.kioskguard.transfer.clearance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The host's side of a clearance: is this the signed word of that terminal's guard for exactly this transfer, in time
 * and for the first time? Safe for any number of threads.
 */
public final class ClearanceVerifier {

    private final Supplier<PublicKeys> keys;
    private final UsedClearances used;

    /** Makes a verifier that asks for the keys each time, so that a rotation reaches it. */
    public ClearanceVerifier(Supplier<PublicKeys> keys, UsedClearances used) {
        this.keys = keys;
        this.used = used;
    }

    /**
     * Checks signature, form, terminal, expiry and digest in this order, and then takes the clearance.
     *
     * @param presented the transfer that the host is about to do, in its own words, never out of the token
     */
    public Outcome verify(String token, CanonicalTransfer presented, Instant now) {
        ClearanceClaims claims;
        try {
            claims = claims(token, keys.get());
        } catch (TokenRefusedException e) {
            return new Outcome.Refused(e.reason(), String.valueOf(e.getMessage()));
        }
        if (!claims.terminal().equals(presented.terminal())) {
            return new Outcome.Refused(Refusal.TERMINAL, "the clearance was given at another terminal");
        }
        if (!now.isBefore(claims.exp())) {
            return new Outcome.Refused(Refusal.EXPIRED, "the clearance expired at " + claims.exp());
        }
        if (!same(claims.digest(), presented.digest())) {
            return new Outcome.Refused(Refusal.DIGEST, "the clearance is for another transfer");
        }
        if (!used.take(claims.jti(), claims.exp(), now)) {
            return new Outcome.Refused(Refusal.USED, "the clearance has been used");
        }
        return new Outcome.Accepted(claims);
    }

    /**
     * Returns what a signed clearance says, expired or not.
     *
     * @throws TokenRefusedException (form, signature) if it is none or no known key signed it
     */
    public static ClearanceClaims claims(String token, PublicKeys keys) {
        return ClearanceClaims.parse(SignedToken.verify(ClearanceKeys.CLEARANCE_TYPE, token, keys));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
