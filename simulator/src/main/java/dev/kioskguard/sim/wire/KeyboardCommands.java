package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.KeyEntry;
import dev.kioskguard.adapter.xfs4iot.service.device.PinPadMessages;
import dev.kioskguard.adapter.xfs4iot.words.KeyWords;
import dev.kioskguard.device.Key;
import dev.kioskguard.sim.pad.EncryptingPad;
import dev.kioskguard.sim.pad.EntryListener;
import dev.kioskguard.sim.pad.EntryRules;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries on the keypad, and where its keys are: twelve with three at their side, four at either edge of the screen.
 *
 * <p>What of a PIN goes over the wire is that a key was pressed, and how many were.
 */
final class KeyboardCommands {

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
        pad.enterPin(rules(KeyEntry.pin(call.payload())), new Reports(call, "digits"));
    }

    void enterData(Call call) {
        pad.enterPlain(rules(KeyEntry.data(call.payload())), new Reports(call, "keys"));
    }

    private static EntryRules rules(KeyEntry wanted) {
        return new EntryRules(wanted.lengthMin(), wanted.lengthMax(), wanted.autoEnd(), wanted.keys());
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
            call.event(PinPadMessages.ENTER_DATA, null);
        }

        @Override
        public void taken(Optional<Key> key) {
            ObjectNode payload = key.map(shown -> KeyWords.describe(shown, call.newPayload()))
                    .orElse(null);
            call.event(PinPadMessages.KEY_PRESSED, payload);
        }

        @Override
        public void ended(Optional<Key> by, int count, List<Key> keys) {
            ObjectNode payload = call.newPayload().put(countField, count);
            KeyEntry.putEnd(payload, by, keys);
            call.succeed(payload);
        }
    }
}
