package dev.kioskguard.adapter.opencv.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.opencv.capture.Drawn;
import dev.kioskguard.adapter.opencv.model.PreparedModels;
import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.View;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmTest implements Looking.Listener {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @TempDir
    private Path folder;

    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Held> signals = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void aClipIsLookedAtFiveTimesASecondOfItsOwnTime() throws IOException {
        lookAt(Drawn.clip(folder.resolve("clip.avi"), 20));

        assertThat(sightings).extracting(Sighting::frame).containsExactly(0L, 2L, 4L, 6L, 8L, 10L, 12L, 14L, 16L, 18L);
        assertThat(sightings.get(9).at()).isEqualTo(NOON.plusMillis(1_800));
        assertThat(sightings).allMatch(sighting -> sighting.lens().sees());
        assertThat(signals).isEmpty();
    }

    @Test
    void aHandOverTheLensMakesTheCameraBlindUntilTheClipEnds() throws IOException {
        lookAt(Drawn.coveredClip(folder.resolve("clip.avi"), 60));

        assertThat(signals).singleElement().satisfies(held -> {
            assertThat(held.signal()).isEqualTo(Signal.CAMERA_BLIND);
            assertThat(held.from()).isBetween(NOON, NOON.plusMillis(1_400));
            assertThat(Duration.between(held.from(), held.told())).isLessThan(Duration.ofSeconds(4));
            assertThat(held.to()).isEqualTo(NOON.plusMillis(5_800));
        });
        assertThat(sightings.get(29).lens().covered()).isTrue();
        assertThat(sightings.get(29).scores().callAtEar()).isNull();
    }

    @Test
    void aPictureOfACoveredLensSaysSoAtOnce() throws IOException {
        var palm = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(palm, "png", folder.resolve("palm.png").toFile());

        lookAt(folder.resolve("palm.png"));

        assertThat(sightings).singleElement().satisfies(sighting -> {
            assertThat(sighting.lens().covered()).isTrue();
            assertThat(sighting.lens().dark()).isTrue();
            assertThat(sighting.scores().secondPerson()).isNull();
        });
    }

    @Test
    void whatIsNoClipIsToldByItsName() throws IOException {
        Path no = Files.write(folder.resolve("no.mp4"), "no clip".getBytes(StandardCharsets.UTF_8));

        lookAt(no);

        assertThat(sightings).isEmpty();
        assertThat(failures).singleElement().asString().startsWith(no.toString());
    }

    private void lookAt(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(NOON));
        try (var looking = Looking.open(PreparedModels.require(), () -> NOON, View.WHOLE)) {
            for (Place place : Place.at(file.toString())) {
                looking.at(place, this);
            }
        }
    }

    @Override
    public void seen(Place place, Sighting sighting) {
        sightings.add(sighting);
    }

    @Override
    public void held(Place place, Held held) {
        signals.add(held);
    }

    @Override
    public void failed(Place place, String why) {
        failures.add(why);
    }
}
