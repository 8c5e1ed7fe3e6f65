package dev.kioskguard.adapter.xfs4iot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.client.connection.Tls;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.device.DeviceStatus.State;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.server.SSLParametersWebSocketServerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with certificates that the JDK's keytool makes for this test. */
class TlsTest {

    private static final String PASSWORD = "for-this-test";

    @TempDir
    static Path folder;

    private static Tls.Store device;
    private static Tls.Store guard;
    private static Tls.Store trustsDevice;
    private static Tls.Store trustsGuard;

    @BeforeAll
    static void makeCertificates() throws IOException, InterruptedException {
        device = keyPair("device");
        guard = keyPair("guard");
        trustsDevice = trusting("device");
        trustsGuard = trusting("guard");
    }

    private static Tls.Store keyPair(String name) throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-keystore",
                file(name),
                "-ext",
                "san=ip:127.0.0.1,dns:localhost");
        keytool("-exportcert", "-alias", name, "-keystore", file(name), "-file", file(name + ".crt"));
        return new Tls.Store(folder.resolve(name), PASSWORD);
    }

    private static Tls.Store trusting(String name) throws IOException, InterruptedException {
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                name,
                "-file",
                file(name + ".crt"),
                "-keystore",
                file("trusts-" + name));
        return new Tls.Store(folder.resolve("trusts-" + name), PASSWORD);
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }

    private static WebSocketServerFactory asking(SSLContext context, boolean forCertificate) {
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setNeedClientAuth(forCertificate);
        return new SSLParametersWebSocketServerFactory(context, parameters);
    }

    /** Connects with our side of trust, and fails unless the service comes online; a slow answer is tried again. */
    private static void comesOnline(WebSocketServerFactory server, Tls ours) {
        connected(server, ours, service -> service.deviceStatus().isOnline());
    }

    /** Connects with our side of trust, and returns how the service is once that is known. */
    private static String connected(WebSocketServerFactory server, Tls ours) {
        return connected(server, ours, service -> service.deviceStatus().state() != State.STARTING);
    }

    private static String connected(WebSocketServerFactory server, Tls ours, Predicate<Service> known) {
        Environment environment = Environment.create(ours.context(), new Random(7), TestEnvironment.QUICK);
        try (PlayedTerminal terminal = PlayedTerminal.open(server)) {
            terminal.with("Reader", new PlayedService("cardReader"));
            Place place = new Place.Fixed(
                    "cardReader", URI.create(terminal.uri("Reader").toString().replace("ws://", "wss://")));
            try (Service service = new Service(environment, place, new MessageCodec(), new Quiet())) {
                service.start();
                await().until(() -> known.test(service));
                return service.deviceStatus().isOnline()
                        ? "online"
                        : service.deviceStatus().detail();
            }
        } finally {
            environment.loop().close();
        }
    }

    @Test
    void aServiceWhoseCertificateWeTrustIsOnline() {
        comesOnline(asking(new Tls(null, device).context(), false), new Tls(trustsDevice, null));
    }

    @Test
    void aServiceWhoseCertificateWeDoNotTrustIsOfflineAndSaysWhy() {
        assertThat(connected(asking(new Tls(null, device).context(), false), new Tls(trustsGuard, null)))
                .contains("TLS");
    }

    @Test
    void aServiceThatAsksForOurCertificateGetsIt() {
        comesOnline(asking(new Tls(trustsGuard, device).context(), true), new Tls(trustsDevice, guard));
    }

    @Test
    void aServiceThatAsksForACertificateTakesNobodyWithoutOne() {
        assertThat(connected(asking(new Tls(trustsGuard, device).context(), true), new Tls(trustsDevice, null)))
                .isNotEqualTo("online");
    }

    @Test
    void aStoreThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> new Tls(new Tls.Store(folder.resolve("nowhere"), PASSWORD), null).context())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere")
                .hasMessageNotContaining(PASSWORD);
        assertThat(device.toString()).doesNotContain(PASSWORD);
    }

    private static final class Quiet implements Service.Listener {

        @Override
        public void changed() {}

        @Override
        public void event(Message event) {}
    }
}
