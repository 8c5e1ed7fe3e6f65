package dev.kioskguard.transfer.clearance;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Verifies Ed25519 signatures (RFC 8032) of one key: of 64 bytes, in canonical form, under a header that asks for
 * nothing out of the ordinary. Safe for any number of threads.
 */
final class EdDsaVerifier extends BaseJWSProvider implements JWSVerifier {

    private final Ed25519PublicKeyParameters key;

    /**
     * A verifier with the public half of that pair.
     *
     * @throws IllegalArgumentException if it is no point of the curve Ed25519
     */
    EdDsaVerifier(OctetKeyPair pair) {
        super(Set.of(JWSAlgorithm.EdDSA));
        requireEd25519(pair);
        key = new Ed25519PublicKeyParameters(pair.getDecodedX());
    }

    static void requireEd25519(OctetKeyPair pair) {
        if (!Curve.Ed25519.equals(pair.getCurve())) {
            throw new IllegalArgumentException("the key is not an Ed25519 key");
        }
    }

    @Override
    public boolean verify(JWSHeader header, byte[] input, Base64URL signature) {
        // No extension is known here, so one that must be understood (RFC 7515, 4.1.11) is refused.
        if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
            return false;
        }
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, key);
        verifier.update(input, 0, input.length);
        return verifier.verifySignature(signature.decode());
    }
}
