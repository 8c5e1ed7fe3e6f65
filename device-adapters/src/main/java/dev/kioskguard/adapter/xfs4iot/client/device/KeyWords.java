package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinPad.PinStroke;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Keys by the words of the standard, which spells digits out. */
final class KeyWords {

    private static final List<String> DIGITS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private static final Map<Key, String> WORDS = new EnumMap<>(Key.class);

    static {
        for (Key key : Key.values()) {
            WORDS.put(
                    key,
                    key.digit()
                            .map(digit -> DIGITS.get(Integer.parseInt(digit)))
                            .orElse(key.word()));
        }
    }

    private KeyWords() {}

    static Optional<Key> keyOf(String word) {
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Adds {@code activeKeys} to a payload, of which {@code ends} end the entry. */
    static void activate(ObjectNode payload, Set<Key> keys, Set<Key> ends) {
        ObjectNode active = payload.putObject("activeKeys");
        for (Key key : keys) {
            active.putObject(WORDS.getOrDefault(key, key.word())).put("terminate", ends.contains(key));
        }
    }

    /** A digit comes without its name; should a pad name it all the same, the name is dropped here. */
    static PinStroke stroke(String word) {
        return switch (word) {
            case "enter" -> PinStroke.ENTER;
            case "cancel" -> PinStroke.CANCEL;
            case "clear", "backspace" -> PinStroke.CLEAR;
            default -> PinStroke.DIGIT;
        };
    }
}
