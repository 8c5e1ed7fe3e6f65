package dev.kioskguard.adapter.xfs4iot.catalog;

import dev.kioskguard.adapter.xfs4iot.message.MessageType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every message of the interfaces that we speak, as edition 2024-3 has them. Immutable. */
public final class Catalog {

    private static final String RESOURCE = "catalog-2024-3.json";

    /** Marks a payload that is the same as another message's: {@code like Common.Status completion}. */
    private static final String LIKE = "like ";

    private final Map<Key, MessageSpec> specs = new LinkedHashMap<>();

    private Catalog(JsonNode source) {
        source.properties()
                .forEach(message -> message.getValue().properties().forEach(entry -> {
                    MessageType type = MessageType.of(entry.getKey()).orElseThrow();
                    JsonNode spec = entry.getValue();
                    MessageSpec read = new MessageSpec(
                            message.getKey(),
                            type,
                            spec.get("version").stringValue(),
                            payload(source, spec.get("payload")));
                    specs.put(new Key(read.name(), type), read);
                }));
    }

    /** Reads the catalog from the class path; worth doing once for many connections. */
    public static Catalog load() {
        try (InputStream in = Catalog.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new Catalog(JsonMapper.builder().build().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the standard says of a message, or empty where it has none of that name and type. */
    public Optional<MessageSpec> find(String name, MessageType type) {
        return Optional.ofNullable(specs.get(new Key(name, type)));
    }

    /**
     * Returns what the standard says of a command.
     *
     * @throws IllegalArgumentException when we do not speak it
     */
    public MessageSpec command(String name) {
        return find(name, MessageType.COMMAND)
                .orElseThrow(() -> new IllegalArgumentException(name + " is no command that we speak"));
    }

    public Collection<MessageSpec> all() {
        return Collections.unmodifiableCollection(specs.values());
    }

    private static Shape.@Nullable Fields payload(JsonNode source, @Nullable JsonNode payload) {
        if (payload == null) {
            return null;
        }
        if (payload.isString()) {
            String[] nameAndType =
                    payload.stringValue().substring(LIKE.length()).split(" ", -1);
            return payload(
                    source, source.get(nameAndType[0]).get(nameAndType[1]).get("payload"));
        }
        return (Shape.Fields) ShapeReader.read(payload);
    }

    private record Key(String name, MessageType type) {}
}
