package dev.kioskguard.app.doctor;

import dev.kioskguard.web.http.tls.ServerIdentity;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** A call to a listener of this machine, whose certificate is known by its fingerprint and vouched for by nobody. */
final class DeskCall {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int OK = 200;

    private DeskCall() {}

    /**
     * Returns what a page says.
     *
     * @param fingerprint of the certificate that must be shown; null in the clear
     * @throws IOException when nobody answers, or another certificate is shown
     */
    static String get(URI uri, @Nullable String fingerprint)
            throws IOException, InterruptedException, GeneralSecurityException {
        return get(HttpRequest.newBuilder(uri), fingerprint);
    }

    static String get(HttpRequest.Builder request, @Nullable String fingerprint)
            throws IOException, InterruptedException, GeneralSecurityException {
        HttpClient.Builder client =
                HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).connectTimeout(TIMEOUT);
        if (fingerprint != null) {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {new OneCertificate(fingerprint)}, new SecureRandom());
            client.sslContext(tls);
        }
        HttpResponse<String> answer =
                client.build().send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException("HTTP status " + answer.statusCode() + " at " + answer.uri());
        }
        return answer.body();
    }

    /** Trusts one certificate, by what a person would compare. */
    private static final class OneCertificate extends X509ExtendedTrustManager {

        private final String fingerprint;

        OneCertificate(String fingerprint) {
            this.fingerprint = fingerprint;
        }

        private void compare(X509Certificate[] chain) throws CertificateException {
            try {
                String shown = ServerIdentity.fingerprint(chain[0]);
                if (!shown.equals(fingerprint)) {
                    throw new CertificateException("another certificate is shown there: " + shown);
                }
            } catch (GeneralSecurityException e) {
                throw e instanceof CertificateException known ? known : new CertificateException(e);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String by) throws CertificateException {
            compare(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String by, Socket on) throws CertificateException {
            compare(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String by, SSLEngine on) throws CertificateException {
            compare(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String by) throws CertificateException {
            throw new CertificateException("nobody calls here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String by, Socket on) throws CertificateException {
            throw new CertificateException("nobody calls here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String by, SSLEngine on) throws CertificateException {
            throw new CertificateException("nobody calls here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
