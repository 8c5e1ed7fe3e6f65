package dev.kioskguard.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.web.http.Reach;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskReachTest {

    private static final URI DESK = URI.create("https://atm-1.branch.example:8471/desk");

    @TempDir
    Path folder;

    private ConfigWatch config;

    @AfterEach
    void closes() {
        config.close();
    }

    @Test
    void withoutAWordOfTheConfigurationTheDeskIsOnLoopbackInTheClear() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"))) {
            KioskConfig.Desk desk = desk("");
            Reach reach = DeskReach.of(desk, data);
            assertThat(reach).isEqualTo(Reach.LOOPBACK);
            assertThat(DeskReach.report(reach)).containsEntry("tls", false).doesNotContainKey("fingerprint");
            DeskReach.publishCard(data, reach, DESK);
            assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**desk-*");
        }
    }

    @Test
    void anyOtherAddressIsTlsWithOneCertificateForEveryStart() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"))) {
            KioskConfig.Desk desk = desk("desk: {listen: 192.0.2.7, name: atm-1.branch.example}\n");
            Reach reach = DeskReach.of(desk, data);
            assertThat(reach.identity()).isNotNull();
            assertThat(DeskReach.report(reach))
                    .containsEntry("listen", "192.0.2.7")
                    .containsEntry("tls", true)
                    .containsEntry("fingerprint", reach.identity().fingerprint());
            assertThat(DeskReach.of(desk, data).identity().fingerprint())
                    .isEqualTo(reach.identity().fingerprint());
            DeskReach.publishCard(data, reach, DESK);
            assertThat(folder.resolve("data").resolve("desk-enrol.svg"))
                    .content()
                    .contains(reach.identity().fingerprint().substring(0, 20), DESK.toString());
        }
    }

    private KioskConfig.Desk desk(String section) throws IOException {
        Path shipped = Path.of("..", "config");
        Path file = folder.resolve("kiosk.yaml");
        Files.writeString(file, Files.readString(shipped.resolve("kiosk.yaml")) + "\n" + section);
        Files.copy(shipped.resolve("risk.yaml"), folder.resolve("risk.yaml"));
        config = ConfigWatch.open(file, () -> Instant.EPOCH);
        return config.current().desk();
    }
}
