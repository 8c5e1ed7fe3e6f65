package dev.kioskguard.adapter.opencv.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.adapter.opencv.health.GreyStatistics;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real RTSP stream over loopback. */
@Timeout(60)
class RtspTest {

    private final Mat picture = new Mat();

    @Test
    void picturesComeOverRtspAndAreWhatTheCameraSent() throws Exception {
        try (var server = new RtspServer(400);
                Source source = Sources.open(server.place(), () -> false);
                var greys = new GreyStatistics()) {
            assertThat(source.isLive()).isTrue();
            for (int i = 0; i < 20; i++) {
                assertThat(source.take(picture)).isNotNull();
            }
            assertThat(picture.cols()).isEqualTo(160);
            assertThat(picture.rows()).isEqualTo(120);
            assertThat(greys.of(picture).contrast()).isGreaterThan(20);
            assertThat(server.asked()).startsWith("OPTIONS", "DESCRIBE", "SETUP", "PLAY");
        }
    }

    @Test
    void aCameraThatHangsUpIsSaidToBeGoneAndIsFoundAgain() throws Exception {
        try (var server = new RtspServer(60)) {
            assertThatThrownBy(() -> drain(server)).isInstanceOf(SourceException.class);
            assertThatThrownBy(() -> drain(server)).isInstanceOf(SourceException.class);
            assertThat(server.asked().stream().filter("PLAY"::equals)).hasSize(2);
        }
    }

    private void drain(RtspServer server) throws SourceException {
        try (Source source = Sources.open(server.place(), () -> false)) {
            int taken = 0;
            while (source.take(picture) != null) {
                taken++;
            }
            assertThat(taken).as("control: pictures came before").isPositive();
        }
    }
}
