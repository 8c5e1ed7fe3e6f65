package dev.kioskguard.adapter.opencv.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.DeviceStatus.State;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** Clips that were cut off, and clips with some of their bits flipped: told of, and nothing worse. */
@Timeout(120)
class DamagedClipTest {

    private static final int PICTURES = 12;
    private static final int DAMAGES = 30;
    private static final int DAMAGES_NIGHTLY = 3_000;
    private static final int FLIPS_MAX = 40;

    @TempDir
    private Path folder;

    private final Mat picture = new Mat();
    private int seen;
    private int refused;

    @ParameterizedTest
    @ValueSource(strings = {"matroska", "mp4", "mov", "avi", "gif"})
    void whatIsDamagedIsReadAsFarAsItGoesOrRefusedWithWords(String format) throws Exception {
        damage(format, DAMAGES);
    }

    @Tag("nightly")
    @Timeout(1_200)
    @ParameterizedTest
    @ValueSource(strings = {"matroska", "mp4", "mov", "avi", "gif"})
    void whatIsDamagedInManyWaysIsToo(String format) throws Exception {
        damage(format, DAMAGES_NIGHTLY);
    }

    private void damage(String format, int damages) throws IOException {
        byte[] whole = Files.readAllBytes(clip(format));
        drain(Files.write(folder.resolve("whole." + format), whole));
        assertThat(seen).as("control: what is whole is seen").isEqualTo(PICTURES);
        for (long seed = 1; seed <= damages; seed++) {
            var chance = new Random(seed);
            byte[] bytes = seed % 2 == 0 ? cut(whole, chance) : flipped(whole, chance);
            drain(Files.write(folder.resolve("damaged." + format), bytes));
        }
        assertThat(seen).as("control: some of it is still seen").isGreaterThan(2 * PICTURES);
        assertThat(refused).as("control: some of it is refused").isPositive();
    }

    private void drain(Path clip) {
        try (Source source = Sources.open(clip.toString(), () -> false)) {
            for (int i = 0; i < 3 * PICTURES && source.take(picture) != null; i++) {
                assertThat(picture.empty()).isFalse();
                assertThat(Math.max(picture.cols(), picture.rows())).isLessThanOrEqualTo(Source.SIDE_PX_MAX);
                seen++;
            }
        } catch (SourceException told) {
            refused++;
            assertThat(told.status().state()).isIn(State.OFFLINE, State.HARDWARE_ERROR, State.NO_DEVICE);
            assertThat(told.status().detail()).isNotBlank();
        }
    }

    private static byte[] cut(byte[] whole, Random chance) {
        return Arrays.copyOf(whole, chance.nextInt(whole.length));
    }

    /** Half of the flips hit the head, where a container says what it is. */
    private static byte[] flipped(byte[] whole, Random chance) {
        byte[] bytes = whole.clone();
        int flips = 1 + chance.nextInt(FLIPS_MAX);
        for (int i = 0; i < flips; i++) {
            int within = i % 2 == 0 ? Math.min(600, bytes.length) : bytes.length;
            bytes[chance.nextInt(within)] ^= (byte) (1 << chance.nextInt(8));
        }
        return bytes;
    }

    private Path clip(String format) throws IOException {
        Path file = folder.resolve("made." + format);
        return format.equals("gif") ? gif(file) : Muxed.clip(file, format, PICTURES);
    }

    private static Path gif(Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < PICTURES; i++) {
                BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(Drawn.jpeg(160, 120, i)));
                writer.writeToSequence(new IIOImage(drawn, null, tenASecond(writer, drawn)), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    private static IIOMetadata tenASecond(ImageWriter writer, BufferedImage drawn) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(drawn), null);
        var root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        var control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", "10");
        NodeList old = root.getElementsByTagName("GraphicControlExtension");
        if (old.getLength() > 0) {
            root.removeChild(old.item(0));
        }
        root.appendChild(control);
        metadata.setFromTree(metadata.getNativeMetadataFormatName(), root);
        return metadata;
    }
}
