package dev.kioskguard.web.http.tls;

import dev.kioskguard.audit.DataDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The key and the certificate that a TLS listener shows, and the fingerprint by which a person knows them again. They
 * lie in one PEM file that only the service's account may read; a bank may put its own in its place.
 *
 * @param keys holds one entry, under no password
 * @param fingerprint SHA-256 of the certificate, as browsers show it: {@code AB:CD:…}
 */
public record ServerIdentity(KeyStore keys, String fingerprint) {

    /** A self-made certificate is replaced at the first start that finds it with less than this to go. */
    static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private static final String ENTRY = "server";
    private static final char[] NO_PASSWORD = {};

    /**
     * Reads the identity in a file, or makes one where there is none, where the self-made one has nearly run out, or
     * where it is for another host.
     *
     * @param hosts names and addresses by which the listener is reached
     * @throws IllegalArgumentException naming the file, when it holds no key with its certificate, or one that is over
     * @throws dev.kioskguard.audit.JournalException when others may read the file, or it cannot be written
     */
    public static ServerIdentity open(
            DataDirectory data, String file, List<String> hosts, Instant now, SecureRandom secure) {
        byte[] kept = data.secret(file, () -> SelfMade.pem(hosts, now, secure));
        try {
            Pem pem = Pem.read(text(kept));
            X509Certificate own = pem.chain().get(0);
            if (SelfMade.made(own) && !(SelfMade.fits(own, hosts) && lasts(own, now))) {
                data.writeSecret(file, SelfMade.pem(hosts, now, secure));
                pem = Pem.read(text(data.secret(file, () -> new byte[0])));
            }
            pem.chain().get(0).checkValidity(java.util.Date.from(now));
            return of(pem.key(), pem.chain());
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalArgumentException(
                    data.file(file) + " holds no key and certificate that are good today; put them there as PEM, or"
                            + " delete the file and one is made (" + broken.getMessage() + ")",
                    broken);
        }
    }

    private static boolean lasts(X509Certificate own, Instant now) {
        return own.getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE_END))
                && !own.getNotBefore().toInstant().isAfter(now);
    }

    private static ServerIdentity of(PrivateKey key, List<X509Certificate> chain)
            throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(ENTRY, key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        return new ServerIdentity(keys, fingerprint(chain.get(0)));
    }

    /** Returns the SHA-256 of a certificate as browsers show it. */
    public static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
    }

    private static String text(byte[] pem) {
        return new String(pem, StandardCharsets.US_ASCII);
    }

    /** Returns the password of {@link #keys}: none, as the file's mode is what guards them. */
    public String password() {
        return new String(NO_PASSWORD);
    }

    @Override
    public String toString() {
        return "ServerIdentity[" + fingerprint + "]";
    }
}
