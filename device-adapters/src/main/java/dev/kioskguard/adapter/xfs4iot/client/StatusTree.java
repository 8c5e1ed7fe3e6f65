package dev.kioskguard.adapter.xfs4iot.client;

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

    public static final StatusTree EMPTY = new StatusTree(JsonNodeFactory.instance.objectNode());

    /** An object of a status never has more fields than this; what a service adds beyond is passed over. */
    static final int FIELDS_MAX = 256;

    private static final int SPOKEN_CHARS_MAX = 40;

    private final ObjectNode root;

    StatusTree(ObjectNode root) {
        this.root = root;
    }

    /** Returns this status with the properties that have changed. */
    StatusTree fold(ObjectNode changed) {
        ObjectNode next = root.deepCopy();
        merge(next, changed);
        return new StatusTree(next);
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
        return root.path(part).path(property).stringValue("");
    }

    /** Returns a number of the status, 0 where the service has not said it. */
    public int number(String part, String property) {
        return root.path(part).path(property).intValue(0);
    }

    /** Returns what {@code common.device} means, which a service must tell. */
    DeviceStatus device() {
        String word = word("common", "device");
        DeviceStatus.State state = switch (word) {
            case "online" -> DeviceStatus.State.ONLINE;
            case "offline" -> DeviceStatus.State.OFFLINE;
            case "powerOff" -> DeviceStatus.State.POWER_OFF;
            case "noDevice" -> DeviceStatus.State.NO_DEVICE;
            case "hardwareError" -> DeviceStatus.State.HARDWARE_ERROR;
            case "userError" -> DeviceStatus.State.USER_ERROR;
            case "deviceBusy" -> DeviceStatus.State.DEVICE_BUSY;
            case "fraudAttempt" -> DeviceStatus.State.FRAUD_ATTEMPT;
            case "potentialFraud" -> DeviceStatus.State.POTENTIAL_FRAUD;
            case "starting" -> DeviceStatus.State.STARTING;
            default -> DeviceStatus.State.OFFLINE;
        };
        if (state == DeviceStatus.State.ONLINE) {
            return DeviceStatus.ONLINE;
        }
        return new DeviceStatus(
                state,
                word.isEmpty()
                        ? "the service does not say how its device is"
                        : "the service says that its device is %s".formatted(spoken(word)));
    }

    /** Words such as hardwareError, spelt out for people. */
    private static String spoken(String word) {
        return word.substring(0, Math.min(word.length(), SPOKEN_CHARS_MAX))
                .replaceAll("([A-Z])", " $1")
                .toLowerCase(Locale.ROOT);
    }
}
