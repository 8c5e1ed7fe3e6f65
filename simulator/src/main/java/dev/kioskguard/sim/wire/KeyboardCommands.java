package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.device.Key;
import dev.kioskguard.sim.pad.EncryptingPad;
import dev.kioskguard.sim.pad.EntryListener;
import dev.kioskguard.sim.pad.EntryRules;
import dev.kioskguard.sim.pad.PadRefusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries on the keypad, and where its keys are: twelve with three at their side, four at either edge of the screen.
 *
 * <p>What of a PIN goes over the wire is that a key was pressed, and how many were.
 */
final class KeyboardCommands {

    private static final int PIN_DIGITS_MAX = 12;

    private static final List<List<Key>> ROWS = List.of(
            List.of(Key.ONE, Key.TWO, Key.THREE, Key.CANCEL),
            List.of(Key.FOUR, Key.FIVE, Key.SIX, Key.CLEAR),
            List.of(Key.SEVEN, Key.EIGHT, Key.NINE, Key.ENTER),
            List.of(Key.ZERO));
    private static final List<List<Key>> EDGES = List.of(
            List.of(Key.FDK01, Key.FDK05),
            List.of(Key.FDK02, Key.FDK06),
            List.of(Key.FDK03, Key.FDK07),
            List.of(Key.FDK04, Key.FDK08));
    private static final int KEY_SIZE = 100;

    private final EncryptingPad pad;

    KeyboardCommands(EncryptingPad pad) {
        this.pad = pad;
    }

    void enterPin(Call call) {
        EntryRules rules = rules(call.payload());
        boolean endsFull = rules.autoEnd() && rules.digitsMax() > 0;
        boolean canEnd = endsFull || rules.keys().containsValue(true);
        if (!canEnd) {
            throw new PadRefusal("noTerminatekeys", "no key would end the entry");
        }
        boolean isRange = rules.digitsMax() == 0 || rules.digitsMin() <= rules.digitsMax();
        if (!isRange || rules.digitsMin() > PIN_DIGITS_MAX || rules.digitsMax() > PIN_DIGITS_MAX) {
            throw new PadRefusal("minimumLength", "a PIN has at most %d digits".formatted(PIN_DIGITS_MAX));
        }
        pad.enterPin(rules, new Reports(call, "digits"));
    }

    void enterData(Call call) {
        EntryRules rules = rules(call.payload());
        pad.enterPlain(rules, new Reports(call, "keys"));
    }

    private static EntryRules rules(JsonNode wanted) {
        Map<Key, Boolean> keys = new EnumMap<>(Key.class);
        wanted.path("activeKeys").properties().forEach(entry -> {
            Key key = KeyWords.key(entry.getKey())
                    .orElseThrow(() -> new PadRefusal(
                            KeyWords.isKnown(entry.getKey()) ? "keyNotSupported" : "keyInvalid",
                            "the keypad has no such key"));
            keys.put(key, entry.getValue().path("terminate").asBoolean(false));
        });
        if (keys.isEmpty()) {
            throw new PadRefusal("noActivekeys", "no key would do anything");
        }
        return new EntryRules(
                wanted.path("minLen").asInt(0),
                wanted.path("maxLen").asInt(0),
                wanted.path("autoEnd").asBoolean(false),
                keys);
    }

    /** Answers where the keys are. */
    void layout(Call call) {
        String mode = call.payload().path("entryMode").asString("");
        if (mode.equals("secure")) {
            call.refuse("modeNotSupported", "keys are not keyed in here");
            return;
        }
        ObjectNode payload = call.newPayload();
        ObjectNode layout = payload.putObject("layout");
        for (String offered : List.of("data", "pin")) {
            if (mode.isEmpty() || mode.equals(offered)) {
                ArrayNode frames = layout.putArray(offered);
                frame(frames.addObject(), ROWS);
                frame(frames.addObject(), EDGES);
            }
        }
        call.succeed(payload);
    }

    private static void frame(ObjectNode frame, List<List<Key>> rows) {
        frame.put("xPos", 0).put("yPos", 0).put("xSize", 0).put("ySize", 0);
        ArrayNode keys = frame.putArray("keys");
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < rows.get(y).size(); x++) {
                keys.addObject()
                        .put("xPos", x * KEY_SIZE)
                        .put("yPos", y * KEY_SIZE)
                        .put("xSize", KEY_SIZE)
                        .put("ySize", KEY_SIZE)
                        .put("key", KeyWords.word(rows.get(y).get(x)));
            }
        }
    }

    /** An entry told to its client. */
    private record Reports(Call call, String countField) implements EntryListener {

        @Override
        public void begun() {
            call.event("Keyboard.EnterDataEvent", null);
        }

        @Override
        public void taken(Optional<Key> key) {
            ObjectNode payload = key.map(shown -> KeyWords.describe(shown, call.newPayload()))
                    .orElse(null);
            call.event("Keyboard.KeyEvent", payload);
        }

        @Override
        public void ended(Optional<Key> by, int count, List<Key> keys) {
            ObjectNode payload = call.newPayload().put(countField, count);
            if (!keys.isEmpty()) {
                ArrayNode list = payload.putArray("pinKeys");
                keys.forEach(key -> KeyWords.describe(key, list.addObject()));
            }
            payload.put("completion", by.flatMap(KeyWords::completion).orElse(by.isPresent() ? "continue" : "auto"));
            call.succeed(payload);
        }
    }
}
