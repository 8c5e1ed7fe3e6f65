package dev.kioskguard.adapter.opencv.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** MJPEG over loopback, from good cameras and from bad ones. */
@Timeout(60)
class StreamTest {

    private static final int FLOOD_BYTES_MAX = 512 * 1024 * 1024;

    private final Mat picture = new Mat();
    private volatile boolean stopped;

    @Test
    void picturesComeOverHttp() throws Exception {
        try (var server = new StreamServer(out -> {
                    StreamServer.say(out, StreamServer.HEAD);
                    for (int i = 0; i < 200; i++) {
                        StreamServer.say(out, Drawn.jpeg(320, 240, i % 32));
                    }
                });
                Source source = Sources.open(server.place(), () -> stopped)) {
            assertThat(source.isLive()).isTrue();
            for (int i = 0; i < 20; i++) {
                assertThat(source.take(picture)).isNotNull();
            }
            assertThat(picture.cols()).isEqualTo(320);
        }
    }

    @Test
    void aCameraThatVanishesInThePictureIsSaidToHaveGone() throws Exception {
        byte[] jpeg = Drawn.jpeg(320, 240, 0);
        assertThatThrownBy(() -> drain(out -> {
                    StreamServer.say(out, StreamServer.HEAD);
                    StreamServer.say(out, jpeg);
                    StreamServer.say(out, "--part\r\nContent-Type: image/jpeg\r\nContent-Length: 9999\r\n\r\n");
                    out.write(jpeg, 0, jpeg.length / 2);
                }))
                .isInstanceOf(SourceException.class);
    }

    @Test
    void garbageInsteadOfPicturesIsRefused() throws Exception {
        var noise = new byte[2000];
        new Random(7).nextBytes(noise);
        assertThatThrownBy(() -> drain(out -> {
                    StreamServer.say(out, StreamServer.HEAD);
                    for (int i = 0; i < 1000; i++) {
                        StreamServer.say(out, noise);
                    }
                }))
                .isInstanceOf(SourceException.class);
    }

    @Test
    void aPageIsNoCamera() throws Exception {
        assertThatThrownBy(() -> drain(out ->
                        StreamServer.say(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>hello</html>")))
                .isInstanceOf(SourceException.class);
    }

    @Test
    void aGiantPictureIsNotGathered() throws Exception {
        var sent = new AtomicLong();
        var block = new byte[1024 * 1024];
        long before = Pointer.physicalBytes();
        assertThatThrownBy(() -> drain(out -> {
                    StreamServer.say(out, StreamServer.HEAD);
                    StreamServer.say(out, "--part\r\nContent-Type: image/jpeg\r\nContent-Length: 2000000000\r\n\r\n");
                    StreamServer.say(out, "\u0000");
                    while (sent.addAndGet(block.length) < FLOOD_BYTES_MAX) {
                        out.write(block);
                        stopped = sent.get() > FLOOD_BYTES_MAX / 2;
                    }
                }))
                .isInstanceOf(SourceException.class);
        assertThat(Pointer.physicalBytes() - before).isLessThan(FLOOD_BYTES_MAX / 2);
    }

    @Test
    void endlessHeadersEndWhenTheReaderStops() throws Exception {
        assertThatThrownBy(() -> drain(out -> {
                    StreamServer.say(out, "HTTP/1.1 200 OK\r\n");
                    for (int i = 0; i < 2_000_000; i++) {
                        StreamServer.say(out, "X-Header-" + i + ": more\r\n");
                        stopped = i > 20_000;
                    }
                }))
                .isInstanceOf(SourceException.class);
        assertThat(stopped).as("control: the flood was long").isTrue();
    }

    @Test
    void aSilentCameraLetsGoWhenTheReaderStops() throws Exception {
        var over = new CountDownLatch(1);
        try (var server = new StreamServer(out -> {
            StreamServer.say(out, StreamServer.HEAD);
            out.flush();
            stopped = true;
            awaitQuietly(over);
        })) {
            assertThatThrownBy(() -> drain(server)).isInstanceOf(SourceException.class);
        } finally {
            over.countDown();
        }
    }

    private void drain(StreamServer.Script script) throws IOException, SourceException {
        try (var server = new StreamServer(script)) {
            drain(server);
        }
    }

    private void drain(StreamServer server) throws SourceException {
        try (Source source = Sources.open(server.place(), () -> stopped)) {
            while (source.take(picture) != null) {
                assertThat(picture.empty()).isFalse();
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
