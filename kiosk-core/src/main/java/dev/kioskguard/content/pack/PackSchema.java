package dev.kioskguard.content.pack;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The shape of a pack, as {@code content-pack.schema.json} tells it. */
final class PackSchema {

    private static final String SCHEMA = "content-pack.schema.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PackSchema() {}

    /**
     * Returns when the pack has the shape.
     *
     * @throws ContentException for the first thing that has not
     */
    static void check(PackFiles files) {
        // A misspelt key is missing too, and the spelling is what has to be mended: so unknown keys are told first.
        schema().validate(files.tree()).stream()
                .min(Comparator.comparing(error -> !error.getKeyword().equals("additionalProperties")))
                .ifPresent(error -> {
                    String place = files.place(error.getInstanceLocation().toString());
                    throw new ContentException(place, error.getMessage(), remedy(error.getKeyword()));
                });
    }

    private static Schema schema() {
        return registry().getSchema(text());
    }

    /** Returns the shape of a part of a pack, by its name among the schema's definitions. */
    static Schema part(String name) {
        JsonNode whole = JSON.readTree(text());
        ObjectNode part = JSON.createObjectNode().put("$ref", "#/$defs/" + name);
        part.set("$defs", whole.path("$defs"));
        return registry().getSchema(part);
    }

    private static SchemaRegistry registry() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .errorMessageKeyword("errorMessage")
                .build();
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
    }

    private static String text() {
        try (InputStream schema = PackSchema.class.getResourceAsStream(SCHEMA)) {
            if (schema == null) {
                throw new AssertionError(SCHEMA + " belongs beside this class");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
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
            case "enum" -> "write one of these";
            case "minimum", "maximum" -> "write a number within the limits";
            case "contains", "minItems", "uniqueItems" -> "give the whole list, each item once";
            default -> "compare it with the shipped config/content";
        };
    }
}
