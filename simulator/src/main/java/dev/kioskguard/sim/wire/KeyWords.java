package dev.kioskguard.sim.wire;

import dev.kioskguard.device.Key;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Keys by the words of the standard: {@code one}, {@code enter}, {@code fdk01}. */
final class KeyWords {

    /** The keys that some keypad may have; Keyboard, "activeKeys". */
    private static final Pattern KNOWN = Pattern.compile("zero|one|two|three|four|five|six|seven|eight|nine|[a-f]|enter"
            + "|cancel|clear|backspace|help|decPoint|shift|doubleZero|tripleZero|fdk(0[1-9]|[12][0-9]|3[0-2])"
            + "|oem[a-zA-Z0-9]*");

    private KeyWords() {}

    static String word(Key key) {
        return key.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Key> key(String word) {
        return Arrays.stream(Key.values()).filter(key -> word(key).equals(word)).findFirst();
    }

    static boolean isKnown(String word) {
        return KNOWN.matcher(word).matches();
    }

    /** Returns the standard's word for an entry that a function key ended; empty for a digit. */
    static Optional<String> completion(Key key) {
        return switch (key) {
            case ENTER, CANCEL, CLEAR -> Optional.of(word(key));
            case FDK01, FDK02, FDK03, FDK04, FDK05, FDK06, FDK07, FDK08 -> Optional.of("fdk");
            default -> Optional.empty();
        };
    }

    /** Writes a key as {@code KeyEvent} and {@code pinKeys} have it. */
    static ObjectNode describe(Key key, ObjectNode into) {
        completion(key).ifPresent(completion -> into.put("completion", completion));
        return into.put("digit", word(key));
    }
}
