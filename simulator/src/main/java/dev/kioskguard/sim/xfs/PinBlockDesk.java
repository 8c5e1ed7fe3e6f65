package dev.kioskguard.sim.xfs;

import dev.kioskguard.adapter.xfs4iot.service.device.CommandRefusal;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.sim.pad.DemoKeys;
import dev.kioskguard.sim.pad.EncryptingPad;
import dev.kioskguard.sim.pad.EntryListener;
import dev.kioskguard.sim.pad.EntryRules;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes the PIN blocks that the native pad asks for, with the simulator's own pad: its keys and ciphers stand once. */
final class PinBlockDesk {

    private static final String NOTHING = "-";
    private static final int DIGITS_MAX = 12;

    /** The pad's refusals, and what the native standard calls them. */
    private static final Map<String, String> ERRORS = Map.of(
            "keyNotFound", "KEYNOTFOUND",
            "useViolation", "USEVIOLATION",
            "noPin", "NOPIN",
            "formatNotSupported", "FORMATNOTSUPP");

    private final EncryptingPad pad = new EncryptingPad(new SplittableRandom(0));

    PinBlockDesk(DemoKeys keys) {
        keys.loadInto(pad);
    }

    /** Answers {@code pin-block ID FORMAT KEY CUSTOMERDATA DIGITS} with {@code ID HEX} or {@code ID error WORD}. */
    synchronized String answer(String question) {
        List<String> words =
                Arrays.stream(question.split(" ")).map(PinBlockDesk::word).toList();
        if (words.size() != 6 || !words.get(0).equals("pin-block")) {
            return "0 error FORMATNOTSUPP";
        }
        String id = words.get(1);
        try {
            key(words.get(5));
            byte[] block = pad.pinBlock(format(words.get(2)), words.get(3), words.get(4));
            return "%s %s".formatted(id, HexFormat.of().formatHex(block));
        } catch (CommandRefusal e) {
            return "%s error %s".formatted(id, ERRORS.getOrDefault(e.errorCode(), "ACCESSDENIED"));
        }
    }

    /** ANSI X9.8 and format 0 are the same block. */
    private static PinBlock.Format format(String word) {
        return word.equals("ISO4") ? PinBlock.Format.ISO_4 : PinBlock.Format.ISO_0;
    }

    private static String word(String written) {
        String word = URLDecoder.decode(written.replace("+", "%2b"), StandardCharsets.UTF_8);
        return word.equals(NOTHING) ? "" : word;
    }

    private void key(String digits) {
        Map<Key, Boolean> keys = new HashMap<>();
        Arrays.stream(Key.values()).filter(key -> key.digit().isPresent()).forEach(key -> keys.put(key, false));
        keys.put(Key.ENTER, true);
        pad.enterPin(new EntryRules(0, DIGITS_MAX, false, keys), new Silence());
        digits.chars()
                .mapToObj(digit -> Key.of(Character.toString(digit)))
                .forEach(key -> pad.press(key.orElseThrow()));
        pad.press(Key.ENTER);
    }

    /** Nobody listens to an entry that a program makes. */
    private static final class Silence implements EntryListener {

        @Override
        public void begun() {}

        @Override
        public void taken(Optional<Key> key) {}

        @Override
        public void ended(Optional<Key> by, int count, List<Key> keys) {}
    }
}
