package dev.kioskguard.sim.measure.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.sim.measure.fleet.FleetFigures.Wait;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The figures that the README shows, as a table and as a picture. */
class FleetTableTest {

    private static final Path TOP = Path.of("..");
    private static final FleetFigures FEW =
            new FleetFigures(250, 1.5, 2.4, 7.5, 120, 750, new Wait(3.1, 9.8), new Wait(6.2, 19), 0);

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(FleetTable.read(FleetTable.text(List.of(FEW)).lines().toList()))
                .containsExactly(FEW);
    }

    @Test
    void anotherTableIsRefused() {
        assertThatThrownBy(() -> FleetTable.read(List.of("name\tmedian")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("./kiosk fleet");
    }

    @Test
    void theReadmeShowsTheTableThatItsPictureIsDrawnFrom() throws IOException {
        List<FleetFigures> all = FleetTable.read(Files.readAllLines(TOP.resolve("docs/fleet.tsv")));
        String readme = Files.readString(TOP.resolve("README.md"));
        assertThat(all).extracting(FleetFigures::machines).containsExactly(250, 500, 1_000, 2_000);
        assertThat(all).allSatisfy(one -> assertThat(readme).contains(row(one)));
        assertThat(all).as("control").noneMatch(one -> readme.contains(row(FEW)));
    }

    private static String row(FleetFigures one) {
        return String.format(
                Locale.ROOT,
                "| %,d | %.1f s | %.1f kB | %.0f kB | %.1f / %.1f ms | %.1f / %.1f ms | %.1f |",
                one.machines(),
                one.connectSeconds(),
                one.brokerKilobytes(),
                one.heapKilobytes(),
                one.heard().p50(),
                one.heard().p99(),
                one.answered().p50(),
                one.answered().p99(),
                one.load());
    }

    @Test
    void thePictureHasThreePartsWithSomethingInEach() throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(FleetPlot.png(List.of(FEW))));
        int part = picture.getWidth() / 3;
        assertThat(IntStream.range(0, 3))
                .allMatch(n -> hasColour(picture.getSubimage(n * part, 0, part, picture.getHeight())));
    }

    private static boolean hasColour(BufferedImage part) {
        return IntStream.range(0, part.getWidth() * part.getHeight())
                .mapToObj(n -> new Color(part.getRGB(n % part.getWidth(), n / part.getWidth())))
                .anyMatch(colour -> colour.getBlue() > colour.getRed() + 50);
    }
}
