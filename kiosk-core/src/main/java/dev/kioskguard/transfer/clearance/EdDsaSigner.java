package dev.kioskguard.transfer.clearance;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Ed25519 signatures (RFC 8032) by one private key, of 64 bytes each. Safe for any number of threads. */
final class EdDsaSigner extends BaseJWSProvider implements JWSSigner {

    private final Ed25519PrivateKeyParameters key;

    /**
     * A signer with the private half of that pair.
     *
     * @throws IllegalArgumentException if it has none, or one that the public half does not belong to
     */
    EdDsaSigner(OctetKeyPair pair) {
        super(Set.of(JWSAlgorithm.EdDSA));
        EdDsaVerifier.requireEd25519(pair);
        if (!pair.isPrivate()) {
            throw new IllegalArgumentException("not a private Ed25519 key");
        }
        key = new Ed25519PrivateKeyParameters(pair.getDecodedD());
        if (!Base64URL.encode(key.generatePublicKey().getEncoded()).equals(pair.getX())) {
            throw new IllegalArgumentException("the two halves of an Ed25519 key do not belong together");
        }
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] input) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(input, 0, input.length);
        return Base64URL.encode(signer.generateSignature());
    }
}
