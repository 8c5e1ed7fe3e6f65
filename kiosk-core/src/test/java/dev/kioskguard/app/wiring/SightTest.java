package dev.kioskguard.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.config.Devices.Place;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.vision.PlayedLookout;
import dev.kioskguard.vision.View;
import dev.kioskguard.vision.View.Region;
import dev.kioskguard.vision.View.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a guard sees by, as its configuration has it; {@code played:} is a camera of the tests. */
class SightTest {

    @TempDir
    private Path folder;

    @Test
    void theCameraIsPreparedAsTheConfigurationSaysThatItHangs() throws IOException {
        configure("camera: played:0", "turn: 90", "masks: [{left: 30, top: 85, width: 40, height: 15}]");
        try (ConfigWatch config = config();
                DataDirectory data = DataDirectory.open(folder.resolve("data"));
                Sight sight = Sight.open(setup(config, data))) {

            assertThat(sight.devices().get(Place.CAMERA)).isInstanceOfSatisfying(PlayedLookout.class, camera -> {
                assertThat(camera.view)
                        .isEqualTo(new View(Turn.RIGHT, Region.ALL, List.of(new Region(30, 85, 40, 15))));
                camera.status = new DeviceStatus(DeviceStatus.State.OFFLINE, "the cable is out");
            });
            assertThat(sight.source().hasEyes()).isTrue();
            assertThat(sight.source().obstacle()).contains("the cable is out");
        }
    }

    @Test
    void aCameraOfSinglePicturesIsNothingToSeeBy() throws IOException {
        configure("camera: played:single", "turn: 0", "masks: []");
        try (ConfigWatch config = config();
                DataDirectory data = DataDirectory.open(folder.resolve("data"));
                Sight sight = Sight.open(setup(config, data))) {
            assertThat(sight.source().hasEyes()).isFalse();
            assertThat(sight.source().obstacle())
                    .hasValueSatisfying(why -> assertThat(why).contains("single pictures"));
        }
    }

    private ConfigWatch config() {
        return ConfigWatch.open(folder.resolve("kiosk.yaml"), () -> RunnerBench.NOON);
    }

    private GuardSetup setup(ConfigWatch config, DataDirectory data) {
        var words = ContentInUse.of(Path.of("..", "config"), config.current(), folder.resolve("data"));
        var around = new GuardSetup.Around(
                new SplittableRandom(1), null, config.current().machine().devices(), List.of(), 0);
        return new GuardSetup(config, data, words, any -> Time.wall(() -> RunnerBench.NOON), around);
    }

    private void configure(String camera, String turn, String masks) throws IOException {
        Path shipped = Path.of("..", "config");
        Files.copy(shipped.resolve("risk.yaml"), folder.resolve("risk.yaml"));
        Files.writeString(
                folder.resolve("kiosk.yaml"),
                Files.readString(shipped.resolve("kiosk.yaml"))
                        .replace("ownership: hosted", "ownership: beside")
                        .replaceAll("(?m)^devices:\n(  .*\n)*", "devices:\n  " + camera + "\n")
                        .replace("turn: 0", turn)
                        .replace("masks: []", masks));
    }
}
