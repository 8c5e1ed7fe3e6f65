package dev.kioskguard.adapter.xfs4iot.client;

import dev.kioskguard.adapter.xfs4iot.catalog.MessageSpec;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a service can ever do, as its {@code Common.Capabilities} said. Immutable; thread-safe. */
public final class Capabilities {

    private static final Comparator<String> BY_VERSION =
            Comparator.comparingInt(Capabilities::major).thenComparingInt(Capabilities::minor);

    private final JsonNode payload;
    private final Set<String> interfaces = new HashSet<>();
    private final Map<String, List<String>> versions = new HashMap<>();

    Capabilities(ObjectNode payload) {
        this.payload = payload;
        JsonNode listed = payload.path("interfaces");
        for (JsonNode each : listed) {
            interfaces.add(each.path("name").stringValue(""));
            each.path("commands")
                    .properties()
                    .forEach(command -> versions.put(command.getKey(), listOf(command.getValue())));
        }
    }

    /** Returns whether the service has an interface, by its name with a small first letter: {@code cardReader}. */
    public boolean has(String interfaceName) {
        return interfaces.contains(interfaceName);
    }

    /** Returns the interfaces by their names with a small first letter, in alphabetical order. */
    public List<String> interfaces() {
        return interfaces.stream().sorted().toList();
    }

    /** Returns whether a command may be sent at all. */
    public boolean supports(String command) {
        return versions.containsKey(command);
    }

    /**
     * Returns the version to ask a command in: ours where the service has it, else its newest of the same major, else
     * its newest; empty where the service does not have the command.
     */
    Optional<String> versionOf(MessageSpec command) {
        List<String> theirs = versions.get(command.name());
        if (theirs == null) {
            return Optional.empty();
        }
        if (theirs.isEmpty() || theirs.contains(command.version())) {
            return Optional.of(command.version());
        }
        return theirs.stream()
                .filter(version -> major(version) == major(command.version()))
                .max(BY_VERSION)
                .or(() -> theirs.stream().max(BY_VERSION));
    }

    /** Returns whether the service says yes to something; silence is no. */
    public boolean can(String... path) {
        return at(path).booleanValue(false);
    }

    /** Returns a part of what the service said, a missing node where it said nothing; not to be changed. */
    public JsonNode at(String... path) {
        JsonNode node = payload;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    private static List<String> listOf(JsonNode command) {
        return StreamSupport.stream(command.path("versions").spliterator(), false)
                .map(version -> version.stringValue(""))
                .filter(version -> version.matches("[0-9]{1,4}\\.[0-9]{1,4}"))
                .toList();
    }

    private static int major(String version) {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    private static int minor(String version) {
        return Integer.parseInt(version.substring(version.indexOf('.') + 1));
    }
}
