package dev.kioskguard.web.http.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate that vouches for itself (RFC 5280), on P-256, for some names and addresses of this machine. */
final class SelfMade {

    /** The longest life that the browsers of phones take. */
    static final Duration LIFE = Duration.ofDays(825);

    private static final X500Name SELF = new X500Name("CN=Kiosk Guard");
    private static final Duration CLOCKS_APART = Duration.ofHours(1);
    private static final int SERIAL_BITS = 120;

    private SelfMade() {}

    /** Makes a key and a certificate, as PEM. */
    static byte[] pem(List<String> hosts, Instant now, SecureRandom secure) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), secure);
            KeyPair pair = generator.generateKeyPair();
            return new Pem(pair.getPrivate(), List.of(certificate(pair, hosts, now, secure))).bytes();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new AssertionError("every Java platform has P-256 and ECDSA", e);
        }
    }

    private static X509Certificate certificate(KeyPair pair, List<String> hosts, Instant now, SecureRandom secure)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        // A life is counted from its first to its last second, both included.
        Instant from = now.minus(CLOCKS_APART);
        var builder = new JcaX509v3CertificateBuilder(
                SELF,
                new BigInteger(SERIAL_BITS, secure).setBit(SERIAL_BITS),
                Date.from(from),
                Date.from(from.plus(LIFE).minusSeconds(1)),
                SELF,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false, names(hosts));
        var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                .setSecureRandom(secure)
                .build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static GeneralNames names(List<String> hosts) {
        return new GeneralNames(hosts.stream()
                .map(host -> new GeneralName(isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new));
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    /** Returns whether a certificate was made here. */
    static boolean made(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                && X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                        .equals(SELF);
    }

    /** Returns whether a certificate made here is for exactly these hosts. */
    static boolean fits(X509Certificate certificate, List<String> hosts) throws GeneralSecurityException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        Set<String> shown = (names == null ? Stream.<List<?>>of() : names.stream())
                .map(name -> String.valueOf(name.get(1)))
                .collect(Collectors.toSet());
        return shown.equals(Set.copyOf(hosts));
    }
}
