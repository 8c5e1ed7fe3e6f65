package dev.kioskguard.sim.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.hconcat;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imwrite;

import dev.kioskguard.adapter.opencv.capture.Drawn;
import dev.kioskguard.adapter.opencv.capture.StreamServer;
import dev.kioskguard.adapter.opencv.model.PreparedModels;
import dev.kioskguard.adapter.opencv.model.SamplePictures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verb as it is typed: its table, its lines of JSON, its sheet and what it ends with. */
@Timeout(120)
class LookCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** More than is looked at in the time that a test gives it. */
    private static final int FRAMES_OF_A_LONG_STREAM = 100_000;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter complaints = new StringWriter();
    private Path report;

    @BeforeEach
    void hasNetworks() {
        PreparedModels.require();
        report = folder.resolve("report.jsonl");
    }

    @Test
    void aPictureIsARowAndALineWithEveryNameOfTheContract() throws IOException {
        Path picture = face("none");

        assertThat(look(picture.toString(), "--report", report.toString())).isZero();

        assertThat(out.toString().lines().skip(1))
                .singleElement()
                .asString()
                .contains("yes")
                .endsWith("face.png");
        JsonNode line = lines().get(0);
        assertThat(line.path("source").asString()).isEqualTo(picture.toString());
        assertThat(line.path("people").asInt()).isEqualTo(1);
        assertThat(line.path("face").asBoolean()).isTrue();
        assertThat(line.path("faceCovered").asBoolean(true)).isFalse();
        assertThat(line.path("scores").propertyNames())
                .containsExactly("callAtEar", "phoneInHand", "paperNote", "lookingDown", "lookingAway", "secondPerson");
        assertThat(line.path("scores").values()).allMatch(JsonNode::isNumber);
        assertThat(line.path("camera").propertyNames()).containsExactly("covered", "dark", "blurred", "frozen");
        assertThat(line.path("ms").asDouble()).isPositive();
        assertThat(line.has("at") && line.has("frame")).isTrue();
    }

    @Test
    void aClipHasALineForEachSignalThatItRaised() throws IOException {
        Path clip = Drawn.coveredClip(folder.resolve("clip.avi"), 60);

        assertThat(look(clip.toString(), "--report", report.toString())).isZero();

        JsonNode last = lines().get(lines().size() - 1);
        assertThat(last.propertyNames()).containsExactly("source", "signal", "from", "to");
        assertThat(last.path("signal").asString()).isEqualTo("CAMERA_BLIND");
        assertThat(lines().get(0).path("scores").path("callAtEar").isNull())
                .as("not told")
                .isTrue();
        assertThat(out.toString()).contains("CAMERA_BLIND from ");
    }

    @Test
    void whatCannotBeLookedAtIsToldAndTheRestIsSeen() throws IOException {
        face("none");
        Files.writeString(folder.resolve("none/broken.jpg"), "no picture");

        assertThat(look(folder.toString(), "--report", report.toString())).isEqualTo(1);

        assertThat(complaints.toString()).contains("broken.jpg");
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0).path("failure").asString()).contains("broken.jpg");
        assertThat(lines().get(1).path("face").asBoolean()).isTrue();
    }

    @Test
    void labelsAreCountedAndWhatWasWrongIsDrawn() throws IOException {
        face("none");
        two("two_people");
        Files.copy(folder.resolve("two_people/two.png"), named("none", "mistaken.png"));
        Path sheet = folder.resolve("errors.png");

        assertThat(look(folder.toString(), "--labels", "--errors", sheet.toString()))
                .isZero();

        assertThat(out.toString())
                .contains("SECOND_PERSON")
                .containsPattern("recall +1.00 \\[0.21, 1.00\\] 1/1")
                .containsPattern("false positives +0.50 \\[0.09, 0.91\\] 1/2")
                .containsPattern("yes in none +0.50");
        var drawn = ImageIO.read(sheet.toFile());
        assertThat(drawn.getWidth()).isEqualTo(6 * 240);
        assertThat(drawn.getHeight()).as("one row, for one mistake").isEqualTo(240 + 36);
        assertThat(drawn.getRGB(400, 100)).as("beside it nothing").isEqualTo(0xffffffff);
        assertThat(IntStream.range(0, 240).filter(x -> drawn.getRGB(x, 60) != 0xffffffff))
                .as("the picture itself")
                .isNotEmpty();
    }

    @Test
    void weightsAreFittedToLabelsOnly() {
        assertThat(look(folder.toString(), "--fit")).isEqualTo(2);
        assertThat(look(folder.toString(), "--errors", "sheet.png")).isEqualTo(2);
        assertThat(complaints.toString()).contains("need --labels");
    }

    @Test
    void aFolderWithoutPicturesIsToldAndIsNoSuccess() {
        assertThat(look(folder.toString())).isEqualTo(1);
        assertThat(complaints.toString()).contains("there is no picture and no clip");
    }

    @Test
    void aStreamIsLookedAtAsTheConfigurationSaysThatItHangs() throws IOException {
        Path config = Files.createDirectory(folder.resolve("config"));
        Path shipped = Path.of("..", "config");
        Files.copy(shipped.resolve("risk.yaml"), config.resolve("risk.yaml"));
        Files.writeString(
                config.resolve("kiosk.yaml"),
                Files.readString(shipped.resolve("kiosk.yaml"))
                        .replace("masks: []", "masks: [{left: 0, top: 0, width: 100, height: 100}]"));
        try (var camera = new StreamServer(stream -> {
            StreamServer.say(stream, StreamServer.HEAD);
            for (int i = 0; i < FRAMES_OF_A_LONG_STREAM; i++) {
                StreamServer.say(stream, Drawn.jpeg(320, 240, i % 32));
            }
        })) {
            look(camera.place(), "--config", config.toString(), "--report", report.toString(), "--for", "PT8S");
        }

        assertThat(lines().stream().filter(line -> line.has("camera")))
                .isNotEmpty()
                .last()
                .satisfies(line -> assertThat(line.path("camera").path("dark").asBoolean())
                        .as("all of it is masked")
                        .isTrue());
    }

    private int look(String... options) {
        return new CommandLine(new LookCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(complaints))
                .execute(options);
    }

    private List<JsonNode> lines() throws IOException {
        return Files.readAllLines(report, UTF_8).stream().map(JSON::readTree).toList();
    }

    private Path face(String label) throws IOException {
        try (Mat face = SamplePictures.face()) {
            return written(label, "face.png", face);
        }
    }

    private void two(String label) throws IOException {
        try (Mat body = SamplePictures.body();
                var both = new Mat()) {
            hconcat(body, body, both);
            written(label, "two.png", both);
        }
    }

    private Path written(String label, String name, Mat picture) throws IOException {
        Path file = named(label, name);
        assertThat(imwrite(file.toString(), picture)).isTrue();
        return file;
    }

    private Path named(String label, String name) throws IOException {
        return Files.createDirectories(folder.resolve(label)).resolve(name);
    }
}
