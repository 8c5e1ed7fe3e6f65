package dev.kioskguard.web.desk.staff;

import dev.kioskguard.paging.Role;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The roll as it is kept: an array with an object for each person. */
final class StaffJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StaffJson() {}

    /**
     * Reads a roll.
     *
     * @throws tools.jackson.core.JacksonException when it is no JSON of this form
     * @throws IllegalArgumentException when it is, but of nobody who could be enrolled
     */
    static List<Staff> read(byte[] roll) {
        return JSON.readTree(roll).values().stream().map(StaffJson::person).toList();
    }

    static byte[] write(List<Staff> all) {
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        all.forEach(one -> write(nodes.addObject(), one));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(nodes);
    }

    private static Staff person(JsonNode node) {
        Role role = Role.BY_WORD.get(node.required("role").stringValue());
        if (role == null) {
            throw new IllegalArgumentException("a role is one of " + Role.BY_WORD.keySet());
        }
        JsonNode pin = node.required("pin");
        return new Staff(
                node.required("staff").stringValue(),
                node.required("name").stringValue(),
                role,
                new PinHash(
                        pin.required("iterations").intValue(),
                        pin.required("salt").stringValue(),
                        pin.required("hash").stringValue()),
                node.path("firstPin").asBoolean(false),
                node.path("passkeys").valueStream().map(StaffJson::passkey).toList());
    }

    private static Passkey passkey(JsonNode node) {
        try {
            return new Passkey(
                    node.required("id").stringValue(),
                    node.required("key").stringValue(),
                    node.required("counter").longValue(),
                    node.required("shared").booleanValue(),
                    Instant.parse(node.required("addedAt").stringValue()));
        } catch (DateTimeParseException noTime) {
            throw new IllegalArgumentException("addedAt is a time in RFC 3339", noTime);
        }
    }

    private static void write(ObjectNode node, Staff staff) {
        node.put("staff", staff.id())
                .put("name", staff.name())
                .put("role", staff.role().word())
                .put("firstPin", staff.firstPin())
                .putObject("pin")
                .put("scheme", "pbkdf2-sha256")
                .put("iterations", staff.pin().iterations())
                .put("salt", staff.pin().salt())
                .put("hash", staff.pin().hash());
        ArrayNode passkeys = node.putArray("passkeys");
        for (Passkey passkey : staff.passkeys()) {
            passkeys.addObject()
                    .put("id", passkey.id())
                    .put("key", passkey.key())
                    .put("counter", passkey.counter())
                    .put("shared", passkey.shared())
                    .put("addedAt", passkey.addedAt().toString());
        }
    }
}
