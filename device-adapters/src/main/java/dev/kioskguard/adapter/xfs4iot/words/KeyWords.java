package dev.kioskguard.adapter.xfs4iot.words;

import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinPad.PinStroke;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Keys by the words of the standard, which spells digits out: {@code one}, {@code enter}, {@code fdk01}. */
public final class KeyWords {

    /** The keys that some keypad may have; Keyboard, "activeKeys". */
    private static final Pattern KNOWN = Pattern.compile("zero|one|two|three|four|five|six|seven|eight|nine|[a-f]|enter"
            + "|cancel|clear|backspace|help|decPoint|shift|doubleZero|tripleZero|fdk(0[1-9]|[12][0-9]|3[0-2])"
            + "|oem[a-zA-Z0-9]*");

    private KeyWords() {}

    public static String word(Key key) {
        return key.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the key of a word; empty where no terminal of ours has such a key. */
    public static Optional<Key> key(String word) {
        return Arrays.stream(Key.values()).filter(key -> word(key).equals(word)).findFirst();
    }

    /** Returns whether the standard has a key of that name. */
    public static boolean isKnown(String word) {
        return KNOWN.matcher(word).matches();
    }

    /** Returns the standard's word for an entry that a function key ended; empty for a digit. */
    public static Optional<String> completion(Key key) {
        return switch (key) {
            case ENTER, CANCEL, CLEAR -> Optional.of(word(key));
            case FDK01, FDK02, FDK03, FDK04, FDK05, FDK06, FDK07, FDK08 -> Optional.of("fdk");
            default -> Optional.empty();
        };
    }

    /** Writes a key as {@code KeyEvent} and {@code pinKeys} have it. */
    public static ObjectNode describe(Key key, ObjectNode into) {
        completion(key).ifPresent(completion -> into.put("completion", completion));
        return into.put("digit", word(key));
    }

    /** Returns what a key did to a PIN. Should a pad name a digit, which it must not, the name is dropped here. */
    public static PinStroke stroke(String word) {
        return switch (word) {
            case "enter" -> PinStroke.ENTER;
            case "cancel" -> PinStroke.CANCEL;
            case "clear", "backspace" -> PinStroke.CLEAR;
            default -> PinStroke.DIGIT;
        };
    }

    /** Adds {@code activeKeys} to a payload, of which {@code ends} end the entry. */
    public static void activate(ObjectNode payload, Set<Key> keys, Set<Key> ends) {
        ObjectNode active = payload.putObject("activeKeys");
        keys.forEach(key -> active.putObject(word(key)).put("terminate", ends.contains(key)));
    }
}
