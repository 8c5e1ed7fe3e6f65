package dev.kioskguard.adapter.xfs4iot.service.device;

import dev.kioskguard.adapter.xfs4iot.words.KeyWords;
import dev.kioskguard.device.Key;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code Keyboard.PinEntry} and {@code Keyboard.DataEntry} ask the keypad to take.
 *
 * @param lengthMin keys needed before enter is taken; only a PIN has a minimum
 * @param lengthMax keys taken at most; 0 means no limit
 * @param autoEnd whether the entry ends by itself once {@code lengthMax} is reached
 * @param keys the keys that count, and whether each ends the entry
 */
public record KeyEntry(int lengthMin, int lengthMax, boolean autoEnd, Map<Key, Boolean> keys) {

    /** The longest PIN (ISO 9564-1). */
    public static final int PIN_DIGITS_MAX = 12;

    public KeyEntry {
        keys = Map.copyOf(keys);
    }

    /**
     * Reads an entry of plain keys.
     *
     * @throws CommandRefusal when the keypad does not have what is asked for
     */
    public static KeyEntry data(JsonNode wanted) {
        Map<Key, Boolean> keys = new EnumMap<>(Key.class);
        wanted.path("activeKeys").properties().forEach(entry -> {
            Key key = KeyWords.key(entry.getKey())
                    .orElseThrow(() -> new CommandRefusal(
                            KeyWords.isKnown(entry.getKey()) ? "keyNotSupported" : "keyInvalid",
                            "the keypad has no such key"));
            keys.put(key, entry.getValue().path("terminate").asBoolean(false));
        });
        if (keys.isEmpty()) {
            throw new CommandRefusal("noActivekeys", "no key would do anything");
        }
        return new KeyEntry(
                wanted.path("minLen").asInt(0),
                wanted.path("maxLen").asInt(0),
                wanted.path("autoEnd").asBoolean(false),
                keys);
    }

    /**
     * Reads the entry of a PIN.
     *
     * @throws CommandRefusal when it could not end, or would not be one of a PIN
     */
    public static KeyEntry pin(JsonNode wanted) {
        KeyEntry entry = data(wanted);
        boolean endsFull = entry.autoEnd && entry.lengthMax > 0;
        boolean canEnd = endsFull || entry.keys.containsValue(true);
        if (!canEnd) {
            throw new CommandRefusal("noTerminatekeys", "no key would end the entry");
        }
        boolean isRange = entry.lengthMax == 0 || entry.lengthMin <= entry.lengthMax;
        if (!isRange || entry.lengthMin > PIN_DIGITS_MAX || entry.lengthMax > PIN_DIGITS_MAX) {
            throw new CommandRefusal("minimumLength", "a PIN has at most %d digits".formatted(PIN_DIGITS_MAX));
        }
        return entry;
    }

    /** Returns whether so many keys are as many as the entry takes. */
    public boolean isFull(int count) {
        return lengthMax > 0 && count >= lengthMax;
    }

    /** Writes how an entry of plain keys ended; without a key, it ended because it was full. */
    public static void putEnd(ObjectNode payload, Optional<Key> by, List<Key> keys) {
        if (!keys.isEmpty()) {
            ArrayNode list = payload.putArray("pinKeys");
            keys.forEach(key -> KeyWords.describe(key, list.addObject()));
        }
        payload.put("completion", by.flatMap(KeyWords::completion).orElse(by.isPresent() ? "continue" : "auto"));
    }
}
