package dev.kioskguard.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.web.http.tls.ServerIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listener as it is off loopback, on a free port of loopback. */
class TlsListenerTest {

    private static final String NAME = "localhost";

    private ServerIdentity identity;
    private Listener listener;

    @BeforeEach
    void aListenerUnderTls(@TempDir Path temp) {
        try (DataDirectory data = DataDirectory.open(temp)) {
            identity = ServerIdentity.open(
                    data, "tls.pem", Reach.hosts("127.0.0.1", NAME), Instant.now(), new SecureRandom());
        }
        var reach = new Reach("127.0.0.1", NAME, identity);
        listener = Listener.start(ListenerSettings.of("tls", 0).reachedFrom(reach), routes -> {
            routes.get("/here", ctx -> ctx.result(ctx.req().isSecure() ? "under TLS" : "in the clear"));
            routes.post("/here", ctx -> ctx.result("posted"));
        });
    }

    @AfterEach
    void closes() {
        listener.close();
    }

    @Test
    void whoeverKnowsTheFingerprintIsServedAndSeesIt() throws Exception {
        assertThat(listener.uri()).hasScheme("https").hasHost(NAME);
        HttpResponse<String> answer = trusting(identity.keys()).send(to("/here").build(), BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("under TLS");
        var session = answer.sslSession().orElseThrow();
        assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
        assertThat(ServerIdentity.fingerprint((X509Certificate) session.getPeerCertificates()[0]))
                .isEqualTo(identity.fingerprint());
    }

    @Test
    void itHasTheNameOfTheConfigurationOrNoneWhereThatIsAnAddress() {
        assertThat(listener.named()).contains(URI.create("https://" + NAME + ":" + listener.port()));
        assertThat(new Reach("192.0.2.7", "ATM-1.branch.example", identity).named(8471))
                .as("as browsers write it")
                .contains(URI.create("https://atm-1.branch.example:8471"));
        assertThat(new Reach("192.0.2.7", "192.0.2.7", identity).named(8471)).isEmpty();
        assertThat(new Reach("2001:db8::7", "2001:db8::7", identity).named(8471))
                .isEmpty();
        assertThat(Reach.LOOPBACK.named(8471)).contains(URI.create("http://localhost:8471"));
    }

    @Test
    void whoeverTrustsSomebodyElseSeesThatItIsNotThem(@TempDir Path other) {
        try (DataDirectory data = DataDirectory.open(other)) {
            ServerIdentity another = ServerIdentity.open(
                    data, "tls.pem", Reach.hosts("127.0.0.1", NAME), Instant.now(), new SecureRandom());
            assertThatThrownBy(() -> trusting(another.keys()).send(to("/here").build(), BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void aRequestInTheClearIsNotServed() throws IOException {
        String head = "GET /here HTTP/1.1\r\nHost: " + NAME + ":" + listener.port() + "\r\nConnection: close\r\n\r\n";
        assertThat(Call.raw(listener, head)).doesNotContain("200").doesNotContain("in the clear");
        Listener clear = Listener.start(
                ListenerSettings.of("clear", 0), routes -> routes.get("/here", ctx -> ctx.result("in the clear")));
        try (clear) {
            assertThat(Call.raw(clear, head.replace(":" + listener.port(), ":" + clear.port())))
                    .as("control")
                    .contains("200", "in the clear");
        }
    }

    @Test
    void otherHostsAndOriginsAreRefusedUnderTlsToo() throws Exception {
        HttpClient client = trusting(identity.keys());
        HttpResponse<String> foreign = client.send(
                to("/here").header("Origin", "https://elsewhere.example").build(), BodyHandlers.ofString());
        assertThat(foreign.statusCode()).isEqualTo(403);
        HttpResponse<String> downgraded = client.send(
                to("/here")
                        .header("Origin", "http://" + NAME + ":" + listener.port())
                        .build(),
                BodyHandlers.ofString());
        assertThat(downgraded.statusCode()).as("a page that came in the clear").isEqualTo(403);
        HttpResponse<String> own = client.send(
                to("/here")
                        .header("Origin", "https://" + NAME + ":" + listener.port())
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(own.body()).as("control").isEqualTo("posted");
    }

    @Test
    void aListenerOffLoopbackHasACertificateOrIsNone() {
        assertThatThrownBy(() -> new Reach("192.0.2.7", "192.0.2.7", null)).hasMessageContaining("TLS");
        assertThatThrownBy(() -> new Reach("0.0.0.0", "atm", null)).hasMessageContaining("TLS");
        assertThatThrownBy(() -> Reach.isLoopback("localhost.example")).hasMessageContaining("IP address");
        assertThat(new Reach("::1", "::1", null).authorities(1)).contains("[::1]:1");
        assertThat(new Reach("192.0.2.7", "atm.example", identity).authorities(8471))
                .isEqualTo(java.util.Set.copyOf(List.of("atm.example:8471", "192.0.2.7:8471")));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(listener.uri().resolve(path));
    }

    /** A client that takes this one certificate and no other, and only for the names it bears. */
    private static HttpClient trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("desk", keys.getCertificate("server"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
