package dev.kioskguard.adapter.opencv.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    private static final int WIDTH_IN_PNG = 16;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp"})
    void aPictureIsReadInItsSize(String kind) throws IOException {
        try (var picture = Picture.read(file(drawn(32, 24, kind)))) {
            assertThat(picture.cols()).isEqualTo(32);
            assertThat(picture.rows()).isEqualTo(24);
        }
    }

    @Test
    void aHeadThatClaimsTooMuchIsRefusedUnopened() throws IOException {
        byte[] bomb = drawn(8, 8, "png");
        ByteBuffer.wrap(bomb).putInt(WIDTH_IN_PNG, 60_000).putInt(WIDTH_IN_PNG + 4, 60_000);

        assertThatThrownBy(() -> Picture.read(file(bomb)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than 50000000 pixels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp"})
    void whatIsCutOffOrBrokenIsReadOrRefusedAndNothingElse(String kind) throws IOException {
        byte[] whole = drawn(64, 48, kind);
        var random = new Random(kind.hashCode());
        int refused = 0;
        for (int round = 0; round < 40; round++) {
            byte[] hostile = Arrays.copyOf(whole, random.nextInt(whole.length));
            if (hostile.length > 0 && round % 2 == 0) {
                hostile[random.nextInt(hostile.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try (var picture = Picture.read(file(hostile))) {
                assertThat(picture.empty()).isFalse();
            } catch (IOException expected) {
                refused++;
            }
        }
        assertThat(refused).as("control: some are refused").isPositive();
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatThrownBy(() -> Picture.read(file("no picture".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Picture.read(folder.resolve("nothing.png")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no picture");
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("picture"), content);
    }

    private static byte[] drawn(int width, int height, String kind) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, x % height, 0xFF8040);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, kind, out);
        return out.toByteArray();
    }
}
