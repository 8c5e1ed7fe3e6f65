package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.adapter.xfs4iot.client.Capabilities;
import dev.kioskguard.device.Inspected;
import dev.kioskguard.device.Inspected.Fact;
import dev.kioskguard.device.Inspected.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What {@code Common.Capabilities} tells an engineer of a service (CWA 17852 Part 1). */
final class Findings {

    private final Capabilities known;
    private final List<Fact> facts = new ArrayList<>();

    private Findings(Capabilities known) {
        this.known = known;
    }

    /**
     * Returns what is worth knowing of a service.
     *
     * @param commands what its driver may send
     */
    static List<Fact> of(Capabilities known, List<String> commands) {
        var findings = new Findings(known);
        findings.versions();
        findings.interfaces();
        commands.stream()
                .filter(command -> !known.supports(command))
                .forEach(command -> findings.add(Kind.LACK, "command", command));
        return findings.facts.stream().limit(Inspected.FACTS_MAX).toList();
    }

    /** Returns what the services behind one address are, in one line each. */
    static List<Fact> ofAll(List<Capabilities> services) {
        return services.stream()
                .map(service -> new Fact(
                        Kind.ABILITY,
                        "service",
                        service.interfaces().stream()
                                .filter(name -> !name.equals("common"))
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    private void versions() {
        add(Kind.VERSION, "service", word(known.at("common"), "serviceVersion"));
        for (JsonNode device : known.at("common", "deviceInformation")) {
            add(Kind.MODEL, "model", word(device, "modelName"));
            add(Kind.MODEL, "description", word(device, "modelDescription"));
            add(Kind.MODEL, "serial number", word(device, "serialNumber"));
            add(Kind.VERSION, "revision", word(device, "revisionNumber"));
            for (JsonNode part : device.path("firmware")) {
                String version = word(part, "firmwareVersion");
                String hardware = word(part, "hardwareRevision");
                add(
                        Kind.VERSION,
                        "firmware " + word(part, "firmwareName"),
                        hardware.isEmpty() ? version : version + " on hardware " + hardware);
            }
            for (JsonNode part : device.path("software")) {
                add(Kind.VERSION, "software " + word(part, "softwareName"), word(part, "softwareVersion"));
            }
        }
    }

    private void interfaces() {
        for (JsonNode each : known.at("interfaces")) {
            String name = word(each, "name");
            if (!name.equals("common")) {
                add(Kind.ABILITY, name, names(each.path("commands")));
                add(Kind.EVENT, name, names(each.path("events")));
            }
        }
    }

    private static String names(JsonNode messages) {
        return messages.properties().stream()
                .map(message -> bare(message.getKey()) + versions(message.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Returns a message's name without its interface. */
    private static String bare(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    private static String versions(JsonNode message) {
        return StreamSupport.stream(message.path("versions").spliterator(), false)
                .map(version -> " " + version.stringValue(""))
                .collect(Collectors.joining());
    }

    private void add(Kind kind, String name, String value) {
        if (!value.isBlank()) {
            facts.add(new Fact(kind, name, value));
        }
    }

    private static String word(JsonNode of, String name) {
        return of.path(name).stringValue("");
    }
}
