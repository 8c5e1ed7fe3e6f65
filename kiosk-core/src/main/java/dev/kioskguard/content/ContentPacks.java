package dev.kioskguard.content;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Content packs on disk: {@code script, choices, reasons, terms, voices} and {@code screens/*}, all YAML. */
public final class ContentPacks {

    private static final String SCHEMA = "content-pack.schema.json";

    private ContentPacks() {}

    /**
     * Reads and checks a pack.
     *
     * @param dir the folder, {@code config/content} as shipped
     * @throws ContentException for the first thing that is wrong, with its place and what to do
     */
    public static ContentPack read(Path dir) {
        PackFiles files = PackFiles.read(dir);
        fitsTheSchema(files);
        PackRules.check(files);
        JsonNode tree = files.tree();
        Words words = new Words(
                map(tree.path("screens"), ContentPacks::screen),
                map(tree.path("choices"), ContentPacks::text),
                map(tree.path("reasons"), ContentPacks::text),
                map(tree.path("terms"), ContentPacks::text),
                ToldReading.told(files));
        return new ContentPack(files.version(), script(tree.path("script")), words);
    }

    private static void fitsTheSchema(PackFiles files) {
        // A misspelt key is missing too, and the spelling is what has to be mended: so unknown keys are told first.
        schema().validate(files.tree()).stream()
                .min(Comparator.comparing(error -> !error.getKeyword().equals("additionalProperties")))
                .ifPresent(error -> {
                    String place = files.place(error.getInstanceLocation().toString());
                    throw new ContentException(place, error.getMessage(), remedy(error.getKeyword()));
                });
    }

    private static Schema schema() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .errorMessageKeyword("errorMessage")
                .build();
        try (InputStream schema = ContentPacks.class.getResourceAsStream(SCHEMA)) {
            if (schema == null) {
                throw new AssertionError(SCHEMA + " belongs beside this class");
            }
            return SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String remedy(String keyword) {
        return switch (keyword) {
            case "required" -> "add it";
            case "additionalProperties" -> "remove it, or mend its spelling";
            case "maxLength" -> "say it in fewer words";
            case "pattern" -> "write the text it should have";
            case "contains", "minItems", "uniqueItems" -> "give the whole list, each item once";
            default -> "compare it with the shipped config/content";
        };
    }

    private static Script script(JsonNode node) {
        return new Script(
                list(node.path("purposes"), JsonNode::asString),
                list(node.path("baits"), JsonNode::asString),
                list(node.path("questions"), ContentPacks::question),
                List.of(),
                List.of());
    }

    private static Question question(JsonNode node) {
        return Question.ofAll(node.path("id").asString(), list(node.path("choices"), JsonNode::asString));
    }

    private static ScreenText screen(JsonNode node) {
        @Nullable String voice = node.has("voice") ? node.path("voice").asString() : null;
        return new ScreenText(text(node.path("title")), list(node.path("body"), ContentPacks::text), voice);
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("zh").asString(), node.path("en").asString());
    }

    private static <T> Map<String, T> map(JsonNode node, Function<JsonNode, T> read) {
        Map<String, T> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), read.apply(entry.getValue())));
        return map;
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> read) {
        return StreamSupport.stream(node.spliterator(), false).map(read).toList();
    }
}
