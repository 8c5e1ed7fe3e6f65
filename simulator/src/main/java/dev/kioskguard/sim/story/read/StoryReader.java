package dev.kioskguard.sim.story.read;

import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import dev.kioskguard.sim.story.Story;
import dev.kioskguard.sim.story.Story.Given;
import dev.kioskguard.sim.story.Story.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Stories out of files. */
public final class StoryReader {

    /** A story is a page or two; more is another kind of file. */
    public static final int BYTES_MAX = 256 * 1024;

    /** When a story begins that does not say so: a Monday morning in Shanghai. */
    public static final Instant USUAL_CLOCK = Instant.parse("2026-11-02T02:00:00Z");

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StoryReader() {}

    /**
     * Reads a story.
     *
     * @throws StoryInvalidException when it cannot be played as it is written
     */
    public static Story read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new StoryInvalidException(file + ": the file is larger than " + BYTES_MAX + " bytes; split it");
            }
            return parse(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new StoryInvalidException(file + ": cannot be read; name a file in UTF-8 that exists");
        }
    }

    /** Reads a story's text; {@code file} is only named. */
    public static Story parse(Path file, String text) {
        Part whole = new Part(file, tree(file, text), 1, "story");
        whole.onlyWith("story", "why", "given", "steps");
        List<Step> steps = whole.require("steps", "a list of steps").list().stream()
                .map(StepWords::step)
                .toList();
        return new Story(
                file,
                whole.require("story", "its title").sentence(),
                whole.require("why", "the case or rule that it stands for").sentence(),
                given(whole.get("given").orElseGet(() -> whole.child(YAML.createObjectNode(), "given"))),
                steps);
    }

    private static Given given(Part given) {
        given.onlyWith("card", "language", "clock", "faults", "ownership", "camera");
        var world = new ArrayList<Step>();
        given.get("camera")
                .ifPresent(camera -> world.add(new Step(camera.line(), "given", Surroundings.camera(camera))));
        given.get("faults").ifPresent(faults -> {
            List<Part> all = faults.node().isArray() ? faults.list() : List.of(faults);
            all.forEach(fault -> world.add(new Step(fault.line(), "given", Surroundings.fault(fault))));
        });
        return new Given(
                given.get("card").map(StepWords::card).orElse("honest"),
                given.get("language").map(Part::word).orElse("zh-CN"),
                given.get("clock").map(StoryReader::clock).orElse(USUAL_CLOCK),
                given.get("ownership")
                        .map(ownership -> ownership.oneOf(Set.of("hosted", "beside")))
                        .orElse("hosted")
                        .equals("hosted"),
                world);
    }

    private static Instant clock(Part clock) {
        try {
            return OffsetDateTime.parse(clock.word()).toInstant();
        } catch (DateTimeException none) {
            throw clock.wrong("write a time with its offset, such as 2026-11-02T10:00:00+08:00");
        }
    }

    private static JsonNode tree(Path file, String text) {
        try {
            JsonNode tree = JsonNodes.readTree(YAML, text, LocationJsonNodeFactoryFactory.getInstance());
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            String trouble = broken.getOriginalMessage().lines().findFirst().orElse("is no YAML");
            throw new StoryInvalidException("%s:%d: %s; write two blanks a level, 'key: value', each key once"
                    .formatted(file, at == null ? 1 : at.getLineNr(), trouble));
        }
        throw new StoryInvalidException(file + ":1: holds no story; write the keys story, why, given and steps");
    }
}
