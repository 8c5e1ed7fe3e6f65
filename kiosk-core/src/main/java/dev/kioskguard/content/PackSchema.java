package dev.kioskguard.content;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;

/** The JSON schema of a pack: its shape, the ids that the guard needs, and what the law wants said on a screen. */
final class PackSchema {

    private static final String FILE = "content-pack.schema.json";

    private PackSchema() {}

    /**
     * Returns when the pack has the right shape.
     *
     * @throws ContentException for the first thing that does not fit
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
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .errorMessageKeyword("errorMessage")
                .build();
        try (InputStream schema = PackSchema.class.getResourceAsStream(FILE)) {
            if (schema == null) {
                throw new AssertionError(FILE + " belongs beside this class");
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
}
