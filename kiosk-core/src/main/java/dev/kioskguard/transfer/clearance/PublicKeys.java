package dev.kioskguard.transfer.clearance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys with which a clearance is verified (RFC 7517 set of Ed25519 keys), the one that signs now first. */
public final class PublicKeys {

    /** Keys that a set may hold: a rotation a month for two years. */
    public static final int KEYS_MAX = 24;

    /** Nobody's: nothing is signed by one of these. */
    public static final PublicKeys NONE = new PublicKeys(List.of());

    private final List<Known> keys;

    private PublicKeys(List<Known> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads a JWK set.
     *
     * @throws IllegalArgumentException if it is none, or holds anything but Ed25519 keys
     */
    public static PublicKeys parse(String json) {
        try {
            List<Known> keys = new ArrayList<>();
            for (JWK key : JWKSet.parse(json).getKeys()) {
                if (!(key instanceof OctetKeyPair pair)) {
                    throw new IllegalArgumentException("a key of the set is not an Ed25519 key");
                }
                keys.add(Known.of(pair));
            }
            if (keys.isEmpty() || keys.size() > KEYS_MAX) {
                throw new IllegalArgumentException("a key set holds 1 to " + KEYS_MAX + " keys");
            }
            return new PublicKeys(keys);
        } catch (ParseException e) {
            throw new IllegalArgumentException("this is not a JWK set", e);
        }
    }

    static PublicKeys of(OctetKeyPair key) {
        return new PublicKeys(List.of(Known.of(key)));
    }

    /** Returns the set with this key in front; the oldest gives way when there are too many. */
    PublicKeys withFirst(OctetKeyPair key) {
        List<Known> all = new ArrayList<>(List.of(Known.of(key)));
        keys.stream()
                .filter(known -> !known.id().equals(key.getKeyID()))
                .limit(KEYS_MAX - 1)
                .forEach(all::add);
        return new PublicKeys(all);
    }

    Optional<EdDsaVerifier> find(String keyId) {
        return keys.stream()
                .filter(known -> keyId.equals(known.key.getKeyID()))
                .findFirst()
                .map(Known::verifier);
    }

    /** Returns the ids of the keys, in their order; a key without one has an empty id. */
    public List<String> ids() {
        return keys.stream().map(Known::id).toList();
    }

    /** Returns whether each key's id is its RFC 7638 thumbprint, so that no key can stand here under two names. */
    public boolean areNamedByThumbprint() {
        return keys.stream().allMatch(known -> known.thumbprint().equals(known.id()));
    }

    /** Returns the JWK set, without anything private. */
    public String json() {
        return new JWKSet(keys.stream().<JWK>map(Known::key).toList()).toString(true);
    }

    /** A public key as it is written, and ready to verify with. */
    private record Known(OctetKeyPair key, EdDsaVerifier verifier) {

        static Known of(OctetKeyPair pair) {
            return new Known(pair.toPublicJWK(), new EdDsaVerifier(pair));
        }

        String id() {
            @Nullable String id = key.getKeyID();
            return id == null ? "" : id;
        }

        String thumbprint() {
            try {
                return key.computeThumbprint().toString();
            } catch (JOSEException e) {
                throw new AssertionError("every Java platform has SHA-256", e);
            }
        }
    }
}
