package dev.kioskguard.sim.camera;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.adapter.opencv.capture.Drawn;
import dev.kioskguard.adapter.opencv.capture.Source;
import dev.kioskguard.adapter.opencv.capture.SourceException;
import dev.kioskguard.adapter.opencv.capture.Sources;
import dev.kioskguard.adapter.opencv.health.Grey;
import dev.kioskguard.adapter.opencv.health.GreyStatistics;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is played, as the guard's own adapter gets it over the wire. */
@Timeout(60)
class StreamCameraTest {

    @TempDir
    private Path folder;

    private final StreamCamera camera = new StreamCamera();
    private final GreyStatistics greys = new GreyStatistics();
    private final Mat picture = new Mat();

    @AfterEach
    void close() {
        camera.close();
    }

    private void playAClip() throws Exception {
        String clip = Drawn.clip(folder.resolve("clip.avi"), 20).toString();
        camera.play(clip, true).get(20, TimeUnit.SECONDS);
    }

    @Test
    void aClipIsAStreamWhoseFaultsAreInItsPictures() throws Exception {
        playAClip();
        try (Source stream = Sources.open(camera.stream().toString(), () -> false)) {
            Grey clear = next(stream);
            assertThat(picture.cols()).isEqualTo(160);
            assertThat(clear.contrast()).isGreaterThan(20);

            camera.suffer(LensFault.COVERED);
            assertThat(after(stream).contrast()).isLessThan(6);
            camera.suffer(LensFault.DARK);
            assertThat(after(stream).light()).isLessThan(25);
            camera.suffer(LensFault.TURNED_AWAY);
            assertThat(after(stream).motionSince(clear)).isGreaterThan(20);
            camera.suffer(LensFault.FROZEN);
            assertThat(after(stream).checksum()).isEqualTo(after(stream).checksum());
            camera.suffer(LensFault.NONE);
            assertThat(after(stream).contrast()).isGreaterThan(20);
        }
    }

    @Test
    void anUnpluggedCameraCutsItsStreamAndRefusesTheNext() throws Exception {
        playAClip();
        String place = camera.stream().toString();
        try (Source stream = Sources.open(place, () -> false)) {
            next(stream);
            camera.suffer(LensFault.UNPLUGGED);
            assertThatThrownBy(() -> after(stream)).isInstanceOf(SourceException.class);
        }
        assertThatThrownBy(() -> Sources.open(place, () -> false)).isInstanceOf(SourceException.class);
        assertThat(camera.picture()).isEmpty();

        camera.suffer(LensFault.NONE);
        try (Source stream = Sources.open(place, () -> false)) {
            assertThat(next(stream).contrast()).isGreaterThan(20);
        }
    }

    @Test
    void picturesOfTheWebcamAreTheStreamWhileItIsWhatIsPlayed() throws Exception {
        camera.webcam(Drawn.jpeg(320, 240, 0));
        assertThat(camera.picture()).as("control: it is not played").isEmpty();

        assertThat(camera.play(StreamCamera.WEBCAM, false)).isCompleted();
        byte[] jpeg = Drawn.jpeg(320, 240, 0);
        camera.webcam(jpeg);
        assertThat(camera.picture()).contains(jpeg);
        assertThat(StreamCamera.isPicture(jpeg)).isTrue();
    }

    @Test
    void whatIsNoPictureOrTooLargeDoesNotComeIn() {
        assertThat(StreamCamera.isPicture(new byte[0])).isFalse();
        assertThat(StreamCamera.isPicture("GIF89a".getBytes(US_ASCII))).isFalse();
        assertThat(StreamCamera.isPicture(Drawn.jpeg(2000, 16, 0))).isFalse();
        assertThat(StreamCamera.isPicture(Drawn.jpeg(1, 1, 0))).isFalse();
    }

    @Test
    void whatCannotBePlayedIsSaidAndPlaysNot() {
        assertThat(camera.play("no-such-clip.mkv", true)).failsWithin(20, TimeUnit.SECONDS);
        assertThat(camera.playing()).isNull();
    }

    /** A picture that was sent once the fault was in force: some may be under way. */
    private Grey after(Source stream) throws SourceException {
        for (int i = 0; i < 8; i++) {
            next(stream);
        }
        return next(stream);
    }

    private Grey next(Source stream) throws SourceException {
        assertThat(stream.take(picture)).isNotNull();
        return greys.of(picture);
    }
}
