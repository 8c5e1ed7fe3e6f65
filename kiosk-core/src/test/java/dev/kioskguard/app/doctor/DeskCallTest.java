package dev.kioskguard.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import dev.kioskguard.web.http.Reach;
import dev.kioskguard.web.http.tls.ServerIdentity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskCallTest {

    private static final String HOST = "127.0.0.1";

    @TempDir
    Path folder;

    @Test
    void aCertificateThatNobodyVouchesForIsKnownByItsFingerprintAlone() throws Exception {
        try (var data = DataDirectory.open(folder)) {
            var identity = ServerIdentity.open(
                    data, "desk-tls.pem", List.of(HOST), InstantSource.system().instant(), new SecureRandom());
            var settings = ListenerSettings.of("desk", 0).reachedFrom(new Reach(HOST, HOST, identity));
            try (var listener = Listener.start(settings, routes -> routes.get("/desk", ctx -> ctx.result("here")))) {
                URI desk = listener.uri().resolve("/desk");

                assertThat(DeskCall.get(desk, identity.fingerprint())).isEqualTo("here");
                assertThatThrownBy(() -> DeskCall.get(desk, "00:11"))
                        .isInstanceOf(IOException.class)
                        .hasStackTraceContaining("another certificate is shown there");
            }
        }
    }
}
