package dev.kioskguard.transfer.clearance;

import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The keys with which a clearance is verified (RFC 7517 set of Ed25519 keys), the one that signs now first. */
public final class PublicKeys {

    /** Keys that a set may hold: a rotation a month for two years. */
    public static final int KEYS_MAX = 24;

    private final List<PublicJsonWebKey> keys;

    private PublicKeys(List<PublicJsonWebKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads a JWK set.
     *
     * @throws IllegalArgumentException if it is none, or holds anything but Ed25519 keys
     */
    public static PublicKeys parse(String json) {
        try {
            List<PublicJsonWebKey> keys = new ArrayList<>();
            for (var key : new JsonWebKeySet(json).getJsonWebKeys()) {
                if (!(key instanceof OctetKeyPairJsonWebKey pair)
                        || !OctetKeyPairJsonWebKey.SUBTYPE_ED25519.equals(pair.getSubtype())) {
                    throw new IllegalArgumentException("a key of the set is not an Ed25519 key");
                }
                keys.add(pair);
            }
            if (keys.isEmpty() || keys.size() > KEYS_MAX) {
                throw new IllegalArgumentException("a key set holds 1 to " + KEYS_MAX + " keys");
            }
            return new PublicKeys(keys);
        } catch (JoseException e) {
            throw new IllegalArgumentException("this is not a JWK set", e);
        }
    }

    static PublicKeys of(PublicJsonWebKey key) {
        return new PublicKeys(List.of(key));
    }

    /** Returns the set with this key in front; the oldest gives way when there are too many. */
    PublicKeys withFirst(PublicJsonWebKey key) {
        List<PublicJsonWebKey> all = new ArrayList<>(List.of(key));
        keys.stream()
                .filter(known -> !known.getKeyId().equals(key.getKeyId()))
                .limit(KEYS_MAX - 1)
                .forEach(all::add);
        return new PublicKeys(all);
    }

    Optional<Key> find(@Nullable String keyId) {
        return keys.stream()
                .filter(key -> key.getKeyId() != null && key.getKeyId().equals(keyId))
                .findFirst()
                .map(PublicJsonWebKey::getPublicKey);
    }

    /** Returns the ids of the keys, in their order; a key without one has an empty id. */
    public List<String> ids() {
        return keys.stream()
                .map(key -> key.getKeyId() == null ? "" : key.getKeyId())
                .toList();
    }

    /** Returns whether each key's id is its RFC 7638 thumbprint, so that no key can stand here under two names. */
    public boolean areNamedByThumbprint() {
        return keys.stream().allMatch(key -> thumbprint(key).equals(key.getKeyId()));
    }

    static String thumbprint(PublicJsonWebKey key) {
        return key.calculateBase64urlEncodedThumbprint("SHA-256");
    }

    /** Returns the JWK set, without anything private. */
    public String json() {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}
