package dev.kioskguard.app.doctor;

import dev.kioskguard.paging.channel.ChannelAccess.Stores;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whether somebody far away is reached and is who the configuration trusts; nothing is said to them. */
final class Reached {

    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private Reached() {}

    /**
     * Connects, under TLS to the end of the handshake, and hangs up.
     *
     * @param stores null where the platform's authorities count
     */
    static Outcome at(URI uri, int port, boolean secure, @Nullable Stores stores)
            throws IOException, GeneralSecurityException {
        int millis = (int) TIMEOUT.toMillis();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(uri.getHost(), port), millis);
            plain.setSoTimeout(millis);
            if (!secure) {
                return Outcome.pass(uri.getHost() + ":" + port + " answers, in the clear");
            }
            SSLContext tls = stores == null ? SSLContext.getDefault() : context(stores);
            try (SSLSocket safe = (SSLSocket) tls.getSocketFactory().createSocket(plain, uri.getHost(), port, true)) {
                var parameters = safe.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                safe.setSSLParameters(parameters);
                safe.startHandshake();
                var shown = (X509Certificate) safe.getSession().getPeerCertificates()[0];
                return Outcome.pass("%s:%d is %s until %s"
                        .formatted(
                                uri.getHost(),
                                port,
                                shown.getSubjectX500Principal().getName(),
                                shown.getNotAfter().toInstant()));
            }
        }
    }

    private static SSLContext context(Stores stores) throws IOException, GeneralSecurityException {
        char[] password = stores.opening();
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(Stores.open(stores.trust(), password));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        Path own = stores.key();
        keys.init(own == null ? null : Stores.open(own, password), password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
        return tls;
    }
}
