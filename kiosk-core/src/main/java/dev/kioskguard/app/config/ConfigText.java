package dev.kioskguard.app.config;

import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One YAML file as a tree that still knows on which line each node stands. Immutable. */
final class ConfigText {

    static final int BYTES_MAX = 64 * 1024;

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final JsonNode tree;

    private ConfigText(Path file, JsonNode tree) {
        this.file = file;
        this.tree = tree;
    }

    /**
     * Reads YAML.
     *
     * @throws ConfigException when it is none, is empty, or has a key twice
     */
    static ConfigText parse(Path file, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            JsonNode tree = JsonNodes.readTree(YAML, text, LocationJsonNodeFactoryFactory.getInstance());
            if (tree != null && tree.isObject() && !tree.isEmpty()) {
                return new ConfigText(file, tree);
            }
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            throw refused(
                    file,
                    at == null ? 0 : at.getLineNr(),
                    trouble(broken) + "; mend that line: two blanks a level, 'key: value', each key once");
        }
        throw refused(file, 1, "the file holds no keys; start from the shipped one of that name");
    }

    JsonNode tree() {
        return tree;
    }

    /** Tells what is wrong at a JSON pointer, or at the nearest node above it that exists. */
    String complaint(String pointer, String trouble) {
        String there = pointer;
        while (tree.at(there).isMissingNode()) {
            there = there.substring(0, there.lastIndexOf('/'));
        }
        TokenStreamLocation at = JsonNodes.tokenStreamLocationOf(tree.at(there));
        String path = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.') + ": ";
        return place(file, at == null ? 0 : at.getLineNr()) + path + trouble;
    }

    private static ConfigException refused(Path file, int line, String trouble) {
        return new ConfigException(List.of(place(file, line) + trouble));
    }

    private static String place(Path file, int line) {
        return file + (line < 1 ? ": " : ":" + line + ": ");
    }

    /** What the parser says, without the excerpt that it draws below. */
    private static String trouble(JacksonException broken) {
        return broken.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .limit(2)
                .collect(Collectors.joining(", "));
    }
}
