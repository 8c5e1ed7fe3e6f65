package dev.kioskguard.adapter.xfs4iot.client;

import dev.kioskguard.adapter.xfs4iot.client.connection.Reasons;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.words.DeviceWords;
import dev.kioskguard.device.DeviceStatus;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service's status: what {@code Common.Status} said, with every {@code Common.StatusChangedEvent} since folded in.
 * Immutable; thread-safe.
 */
public final class StatusTree {

    public static final StatusTree EMPTY = new StatusTree(JsonNodeFactory.instance.objectNode(), "");

    /** An object of a status never has more fields than this; what a service adds beyond is passed over. */
    static final int FIELDS_MAX = 256;

    private static final int SPOKEN_CHARS_MAX = 40;

    private final ObjectNode root;
    private final String reason;

    StatusTree(ObjectNode root) {
        this(root, "");
    }

    private StatusTree(ObjectNode root, String reason) {
        this.root = root;
        this.reason = reason;
    }

    /** Returns this status with what a {@code Common.ErrorEvent} says is wrong; any other event changes nothing. */
    StatusTree because(Message event) {
        ObjectNode payload = event.payload();
        if (!event.name().equals("Common.ErrorEvent") || payload == null) {
            return this;
        }
        return new StatusTree(
                root, Reasons.printable(payload.path("vendorDescription").stringValue("")));
    }

    /** Returns this status, newly read, with the reason that was told before, which no status repeats. */
    StatusTree after(StatusTree before) {
        return new StatusTree(root, before.reason);
    }

    /** Returns this status with the properties that have changed. */
    StatusTree fold(ObjectNode changed) {
        ObjectNode next = root.deepCopy();
        merge(next, changed);
        return new StatusTree(next, word(next, "common", "device").equals("online") ? "" : reason);
    }

    private static void merge(ObjectNode into, ObjectNode changed) {
        changed.properties().forEach(property -> {
            JsonNode present = into.get(property.getKey());
            if (present instanceof ObjectNode below && property.getValue() instanceof ObjectNode changedBelow) {
                merge(below, changedBelow);
            } else if (present != null || into.size() < FIELDS_MAX) {
                into.set(property.getKey(), property.getValue().deepCopy());
            }
        });
    }

    /** Returns a word of the status, empty where the service has not said it. */
    public String word(String part, String property) {
        return word(root, part, property);
    }

    private static String word(ObjectNode root, String part, String property) {
        return root.path(part).path(property).stringValue("");
    }

    /** Returns a number of the status, 0 where the service has not said it. */
    public int number(String part, String property) {
        return root.path(part).path(property).intValue(0);
    }

    /** Returns what {@code common.device} means, which a service must tell. */
    DeviceStatus device() {
        String word = word("common", "device");
        DeviceStatus.State state = DeviceWords.state(word).orElse(DeviceStatus.State.OFFLINE);
        if (state == DeviceStatus.State.ONLINE) {
            return DeviceStatus.ONLINE;
        }
        String said = word.isEmpty()
                ? "the service does not say how its device is"
                : "the service says that its device is %s".formatted(spoken(word));
        return new DeviceStatus(state, reason.isEmpty() ? said : said + ": " + reason);
    }

    /** Words such as hardwareError, spelt out for people. */
    private static String spoken(String word) {
        return word.substring(0, Math.min(word.length(), SPOKEN_CHARS_MAX))
                .replaceAll("([A-Z])", " $1")
                .toLowerCase(Locale.ROOT);
    }
}
