package dev.kioskguard.content.pack;

import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One YAML file of a pack, whose nodes know on which line they stand. */
record YamlFile(Path path, String text) {

    /** The most bytes a single file may have: a hundred times what the shipped ones need would not fit a screen. */
    static final int FILE_BYTES_MAX = 256 * 1024;

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads a file.
     *
     * @throws ContentException when it is absent, too large or no text
     */
    static YamlFile at(Path path) {
        try {
            if (Files.size(path) > FILE_BYTES_MAX) {
                throw new ContentException(
                        path.toString(), "is larger than " + FILE_BYTES_MAX + " bytes", "make it smaller");
            }
            return new YamlFile(path, Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ContentException(
                    path.toString(), "cannot be read as UTF-8 text", "put it there, readable and in UTF-8", e);
        }
    }

    /**
     * Returns what stands in it: a map or a list.
     *
     * @throws ContentException with the line that is no YAML
     */
    JsonNode tree() {
        try {
            JsonNode node = JsonNodes.readTree(YAML, text, LocationJsonNodeFactoryFactory.getInstance());
            if (node == null || !node.isContainer()) {
                throw new ContentException(path.toString(), "holds no keys", "write 'id: …' lines into it");
            }
            return node;
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            String line = location == null ? "" : " line " + location.getLineNr();
            throw new ContentException(
                    path + line, trouble(e), "mend that line, and quote a text that holds any of { } [ ] : , #", e);
        }
    }

    /** What the parser says, without the excerpts it draws below it. */
    private static String trouble(JacksonException e) {
        return e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }
}
