package dev.kioskguard.adapter.opencv.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    @TempDir
    private Path folder;

    private final Mat picture = new Mat();

    @Test
    void aClipIsReadToItsEndWithItsTimes() throws Exception {
        Path clip = Drawn.clip(folder.resolve("clip.avi"), 10);

        assertThat(times(clip.toString(), 100))
                .hasSize(10)
                .startsWith(Duration.ZERO, Duration.ofMillis(100))
                .endsWith(Duration.ofMillis(900));
        assertThat(picture.cols()).isEqualTo(160);
        assertThat(picture.channels()).isEqualTo(3);
    }

    @Test
    void aLoopedClipGoesRoundAndItsTimeGoesOn() throws Exception {
        Path clip = Drawn.clip(folder.resolve("clip.avi"), 5);

        assertThat(times("loop:" + clip, 12)).hasSize(12).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aFolderGivesItsPicturesByNameAndPassesOverWhatIsNone() throws Exception {
        Files.write(folder.resolve("a.jpg"), Drawn.jpeg(320, 240, 0));
        Files.writeString(folder.resolve("b.txt"), "no picture");
        Files.write(folder.resolve("c%03d.png"), Drawn.encoded(".png", 64, 48, 0));

        assertThat(times(folder.toString(), 100)).containsExactly(Duration.ZERO, Source.STILL);
        assertThat(picture.cols()).isEqualTo(64);
    }

    @Test
    void aHugePictureIsMadeSmall() throws Exception {
        Path file = Files.write(folder.resolve("huge.jpg"), Drawn.jpeg(5200, 3900, 0));

        assertThat(times(file.toString(), 2)).hasSize(1);
        assertThat(picture.cols()).isEqualTo(Source.SIDE_PX_MAX);
        assertThat(picture.rows()).isEqualTo(960);
    }

    @ParameterizedTest
    @CsvSource({"7000, 5000, decoder", "1, 1, shows nothing", "640, 4, shows nothing"})
    void aPictureOfNoUseIsRefused(int width, int height, String why) throws Exception {
        Path file = Files.write(folder.resolve("odd.jpg"), Drawn.jpeg(width, height, 0));

        assertThat(refusal(file.toString()).detail()).contains(why);
    }

    @Test
    void aTruncatedPictureIsLeftOut() throws Exception {
        byte[] whole = Drawn.jpeg(320, 240, 0);
        Path file = Files.write(folder.resolve("half.jpg"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(refusal(file.toString()).state()).isEqualTo(State.HARDWARE_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#EXTM3U\n#EXTINF:1,\n%s\n#EXT-X-ENDLIST\n", "ffconcat version 1.0\nfile '%s'\n", "plain"})
    void whatOnlyNamesOtherPlacesIsNoClip(String text) throws Exception {
        Path clip = Drawn.clip(folder.resolve("clip.avi"), 2);
        Path list = Files.writeString(folder.resolve("list.m3u8"), text.formatted(clip));

        assertThat(refusal(list.toString()).state()).isEqualTo(State.OFFLINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999", "no-such-clip.mkv", "loop:no-such-folder"})
    void whatIsNotThereIsNoDevice(String place) {
        assertThat(refusal(place).state()).isEqualTo(State.NO_DEVICE);
    }

    @ParameterizedTest
    @CsvSource({"rtsp://me:secret@127.0.0.1:1/x", "http://me:secret@127.0.0.1:1/x"})
    void aStreamThatRefusesIsOfflineAndItsPasswordStaysUntold(String place) {
        DeviceStatus status = refusal(place);

        assertThat(status.state()).isEqualTo(State.OFFLINE);
        assertThat(status.detail()).contains("127.0.0.1:1").doesNotContain("secret");
    }

    @Test
    void anAddressOfAnotherKindIsRefusedWithWhatToWrite() {
        assertThatThrownBy(() -> Sources.check("ftp://host/clip"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("opencv:rtsp://");
        for (String good : List.of("0", "a b.mkv", "loop:C:\\clips", "http://h/x", "loop:clip.avi")) {
            Sources.check(good);
        }
    }

    private List<Duration> times(String place, int atMost) throws SourceException {
        var times = new ArrayList<Duration>();
        try (Source source = Sources.open(place, () -> false)) {
            Duration at = source.take(picture);
            while (at != null && times.size() < atMost) {
                times.add(at);
                at = times.size() < atMost ? source.take(picture) : null;
            }
        }
        return times;
    }

    private DeviceStatus refusal(String place) {
        return catchThrowableOfType(SourceException.class, () -> times(place, 10))
                .status();
    }

    @Test
    void anEmptyFolderHoldsNoPictures() throws IOException {
        assertThat(refusal(Files.createDirectory(folder.resolve("empty")).toString())
                        .detail())
                .contains("no folder of pictures");
    }
}
