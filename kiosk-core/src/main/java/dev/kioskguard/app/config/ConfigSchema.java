package dev.kioskguard.app.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The JSON schema of one file; the {@code description} of a value there says what to write. Threadsafe. */
final class ConfigSchema {

    private static final String REFERENCE = "$ref";

    private final Schema schema;

    ConfigSchema(String file) {
        try (InputStream in = ConfigSchema.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new AssertionError(file + " belongs beside this class");
            }
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Returns when a file has the shape it should have.
     *
     * @throws ConfigException with every complaint, in the order of its lines as far as the schema keeps it
     */
    void check(ConfigText text) {
        List<String> complaints = schema.validate(text.tree()).stream()
                .map(error -> complaint(text, error))
                .toList();
        if (!complaints.isEmpty()) {
            throw new ConfigException(complaints);
        }
    }

    private String complaint(ConfigText text, Error error) {
        String pointer = error.getInstanceLocation().toString();
        String property = error.getProperty();
        return switch (error.getKeyword()) {
            case "required" ->
                text.complaint(pointer + "/" + property, "is missing; " + wanted(error, "/properties/" + property));
            case "additionalProperties" ->
                text.complaint(
                        pointer + "/" + property, "is no key of this place; remove it or mend it: " + known(error));
            default -> text.complaint(pointer, error.getMessage() + "; " + wanted(error, ""));
        };
    }

    /** What to write instead, as the schema describes the value. */
    private String wanted(Error error, String below) {
        JsonNode value = parent(error).at(below);
        if (value.has(REFERENCE)) {
            value = schema.getSchemaNode().at(value.get(REFERENCE).asString().substring(1));
        }
        String description = value.path("description").asString("");
        return description.isEmpty() ? "compare it with the shipped file" : "write " + description;
    }

    private String known(Error error) {
        return String.join(", ", new TreeSet<>(parent(error).path("properties").propertyNames()));
    }

    /** The schema that holds the keyword which failed: the keyword's own place is one step below it. */
    private JsonNode parent(Error error) {
        String fragment = error.getSchemaLocation().getFragment().toString();
        return schema.getSchemaNode().at(fragment.substring(0, fragment.lastIndexOf('/')));
    }
}
