package dev.kioskguard.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.channel.Outside;
import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.config.Devices;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.vision.NothingToSee;
import dev.kioskguard.vision.PlayedLookout;
import dev.kioskguard.web.http.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final RunnerBench bench = new RunnerBench(GuardState.EMPTY.with(Means.ALL)).started();
    private Path file;
    private ConfigWatch config;
    private DataDirectory data;
    private LookUps lookUps;
    private final PlayedLookout camera = new PlayedLookout();
    private Health health;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        Path shipped = Path.of("..", "config");
        for (String name : List.of("kiosk.yaml", "risk.yaml")) {
            Files.copy(shipped.resolve(name), folder.resolve(name));
        }
        file = folder.resolve("kiosk.yaml");
        config = ConfigWatch.open(file, () -> RunnerBench.NOON);
        data = DataDirectory.open(folder.resolve("data"));
        Time time = Time.wall(() -> RunnerBench.NOON);
        var words = ContentInUse.of(shipped, config.current(), folder.resolve("data"));
        words.begin(RunnerBench.NOON);
        var around = new GuardSetup.Around(
                new SplittableRandom(1), null, config.current().machine().devices(), List.of(), 0);
        var setup = new GuardSetup(config, data, words, any -> time, around);
        lookUps = LookUps.open(setup, time);
        health = new Health(
                bench.guard,
                new MemoryJournal(RANDOM),
                ClearanceKeys.inMemory(RANDOM),
                OpenDevices.open(new Devices(Map.of()), Map.of(Devices.Place.CAMERA, camera)),
                new Health.Facts(
                        "T-1",
                        words,
                        new FileHealth(setup, lookUps, time),
                        new NothingToSee("the camera is away"),
                        Reach.LOOPBACK,
                        Outside.none()));
    }

    @AfterEach
    void close() {
        bench.close();
        lookUps.close();
        config.close();
        data.close();
    }

    @Test
    void anEffectThatDidNotComeAboutIsToldWithWhatToDo() {
        assertThat(health.report())
                .as("control")
                .containsEntry("status", "ok")
                .containsEntry("desk", Map.of("listen", "127.0.0.1", "tls", false))
                .doesNotContainKey("undone");
        bench.hands = effect -> {
            throw new IllegalStateException("broken hand");
        };

        bench.guard
                .offer(at -> RunnerBench.began(at, "s-1"))
                .toCompletableFuture()
                .join();

        assertThat(health.report()).containsEntry("status", "degraded");
        assertThat(health.report().get("undone").toString()).contains("TellVisit", "restart");
    }

    @Test
    void aGuardThatCannotLookSaysWhyAndIsNoWorseForIt() {
        assertThat(health.report())
                .containsEntry("looking", Map.of("can", false, "why", "the camera is away"))
                .containsEntry("status", "ok");
    }

    @Test
    void aConfigurationThatIsRefusedIsToldWithItsLineAndTheLastGoodOneCounts() throws IOException {
        String good = Files.readString(file);
        Files.writeString(file, good.replace("held: PT10M", "held: soon"));

        config.check();

        assertThat(config.current().limits().customer().held()).isEqualTo(Duration.ofMinutes(10));
        assertThat(health.report()).containsEntry("status", "degraded");
        assertThat(health.report().get("config").toString())
                .contains("goodSince=" + RunnerBench.NOON, "refused=[", "kiosk.yaml:", "held");

        Files.writeString(file, good);
        config.check();
        assertThat(health.report()).as("control").containsEntry("status", "ok");
        assertThat(health.report().get("config").toString()).doesNotContain("refused");
    }

    @Test
    void aCameraThatWorksAndHasSomethingToSayIsHeard() {
        camera.status = new DeviceStatus(DeviceStatus.State.ONLINE, "the camera points somewhere else than before");

        assertThat(health.report())
                .containsEntry("status", "ok")
                .extractingByKey("devices")
                .asString()
                .contains("camera", "state=online", "points somewhere else");
    }

    @Test
    void aPartThatDoesNotHeedTheConfigurationIsTold() throws IOException {
        config.onChange(changed -> {
            throw new IllegalStateException("the part is broken");
        });
        Files.writeString(file, Files.readString(file).replace("held: PT10M", "held: PT9M"));

        config.check();

        assertThat(health.report()).containsEntry("status", "degraded");
        assertThat(health.report().get("config").toString())
                .contains("goes by the configuration before", "the part is broken");
    }
}
