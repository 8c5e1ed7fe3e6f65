package dev.kioskguard.sim.bank.host;

import dev.kioskguard.transfer.clearance.ClearanceClaims;
import dev.kioskguard.transfer.clearance.ClearanceVerifier;
import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.transfer.clearance.Refusal;
import dev.kioskguard.transfer.clearance.TokenRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Signature and form of a clearance, with the guard's keys as the host last got them. Not threadsafe.
 *
 * <p>The keys are fetched once, and again when a signature does not hold, because the guard may have a new one.
 */
public final class ClearanceReader {

    private final ClearanceKeys source;
    private @Nullable PublicKeys known;

    public ClearanceReader(ClearanceKeys source) {
        this.source = source;
    }

    /**
     * Returns what a clearance says.
     *
     * @throws RefusedException if its form or its signature is bad
     * @throws HostUnreachableException if the keys cannot be had
     */
    ClearanceClaims read(String clearance) {
        try {
            PublicKeys keys = known;
            if (keys != null) {
                return ClearanceVerifier.claims(clearance, keys);
            }
        } catch (TokenRefusedException e) {
            if (e.reason() != Refusal.SIGNATURE) {
                throw new RefusedException(e.reason());
            }
        }
        return readWithFreshKeys(clearance);
    }

    private ClearanceClaims readWithFreshKeys(String clearance) {
        PublicKeys fresh = fetched();
        known = fresh;
        try {
            return ClearanceVerifier.claims(clearance, fresh);
        } catch (TokenRefusedException e) {
            throw new RefusedException(e.reason());
        }
    }

    private PublicKeys fetched() {
        try {
            return PublicKeys.parse(source.fetch());
        } catch (IllegalArgumentException e) {
            throw new HostUnreachableException("the guard's answer is no set of keys", e);
        }
    }
}
