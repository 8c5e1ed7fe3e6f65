package dev.kioskguard.web.http.tls;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * A private key with its certificates as PEM (RFC 7468), unencrypted.
 *
 * @param chain the key's own certificate first; never empty
 */
record Pem(PrivateKey key, List<X509Certificate> chain) {

    /** The key's certificate, and those up to a root, with some to spare. */
    private static final int CERTIFICATES_MAX = 8;

    Pem {
        chain = List.copyOf(chain);
    }

    /** Reads one key and its certificates; fails when either is not there or they do not belong together. */
    static Pem read(String text) throws IOException, GeneralSecurityException {
        PrivateKey key = null;
        var chain = new ArrayList<X509Certificate>();
        try (var parser = new PEMParser(new StringReader(text))) {
            for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
                if (next instanceof X509CertificateHolder certificate && chain.size() < CERTIFICATES_MAX) {
                    chain.add(new JcaX509CertificateConverter().getCertificate(certificate));
                } else if (next instanceof PrivateKeyInfo found) {
                    key = new JcaPEMKeyConverter().getPrivateKey(found);
                } else if (next instanceof PEMKeyPair found) {
                    key = new JcaPEMKeyConverter().getPrivateKey(found.getPrivateKeyInfo());
                }
            }
        }
        if (key == null || chain.isEmpty()) {
            throw new PEMException("a private key and a certificate are wanted");
        }
        if (!Possession.of(key, chain.get(0).getPublicKey())) {
            throw new PEMException("the first certificate is not for this key");
        }
        return new Pem(key, chain);
    }

    byte[] bytes() throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(new PemObject("PRIVATE KEY", key.getEncoded()));
            for (X509Certificate certificate : chain) {
                writer.writeObject(certificate);
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "Pem[" + chain.size() + " certificates]";
    }
}
