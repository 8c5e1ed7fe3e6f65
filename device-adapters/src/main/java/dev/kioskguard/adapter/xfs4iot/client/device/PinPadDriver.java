package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.adapter.xfs4iot.client.Place;
import dev.kioskguard.adapter.xfs4iot.client.Service;
import dev.kioskguard.adapter.xfs4iot.client.StatusTree;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.adapter.xfs4iot.words.KeyWords;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.Keypad;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An encrypting PIN pad (CWA 17852, {@code Keyboard} and {@code PinPad}), whose two interfaces are at one service or at
 * two services of one publisher.
 */
final class PinPadDriver extends ServiceDevice implements PinPad {

    private static final String PIN_ENTRY = "Keyboard.PinEntry";

    private final Keypad keypad;
    private final Service blocks;
    private final boolean blocksElsewhere;

    private volatile boolean blocksStarted;

    PinPadDriver(Environment environment, DeviceAddress address, Place keyboard, @Nullable Place pinPad) {
        super(environment, address, keyboard, new MessageCodec());
        this.keypad = new Keypad(environment.loop(), new DataEntryCall(service()));
        this.blocksElsewhere = pinPad != null;
        this.blocks = pinPad == null ? service() : new Service(environment, pinPad, new MessageCodec(), new Blocks());
    }

    @Override
    public CompletionStage<Integer> enterPin(PinRules rules, Duration timeout, Consumer<PinStroke> stroke) {
        return keypad.enterPin(
                () -> service().execute(PIN_ENTRY, pinEntry(rules), timeout, event -> strokeOf(event, stroke)),
                answer -> digits(answer, rules));
    }

    @Override
    public void cancelPin() {
        keypad.cancelPin();
    }

    private static ObjectNode pinEntry(PinRules rules) {
        ObjectNode payload = payload()
                .put("minLen", rules.digitsMin())
                .put("maxLen", rules.digitsMax())
                .put("autoEnd", false)
                .put("echo", "*");
        KeyWords.activate(payload, Keypad.PIN_KEYS, Keypad.PIN_ENDS);
        return payload;
    }

    private static void strokeOf(Message.Event event, Consumer<PinStroke> stroke) {
        if (!event.name().equals("Keyboard.KeyEvent")) {
            return;
        }
        ObjectNode payload = event.payload();
        String word = payload == null ? "" : payload.path("digit").stringValue("");
        stroke.accept(KeyWords.stroke(word));
    }

    private static int digits(ObjectNode answer, PinRules rules) {
        if (answer.path("completion").stringValue("").equals("cancel")) {
            throw new DeviceException(Fault.CANCELED, PIN_ENTRY, "the customer pressed cancel");
        }
        int digits = answer.path("digits").intValue(0);
        if (digits < rules.digitsMin()) {
            throw new DeviceException(Fault.NO_PIN, PIN_ENTRY, "fewer digits than a PIN has");
        }
        return digits;
    }

    @Override
    public CompletionStage<PinBlock> pinBlock(PinBlock.Format format, String key, String account, Duration timeout) {
        return keypad.pinBlock(
                PinBlockWords.COMMAND,
                () -> (blocksStarted ? blocks : service())
                        .execute(
                                PinBlockWords.COMMAND,
                                PinBlockWords.payload(format, key, account),
                                timeout,
                                event -> {})
                        .result(),
                answer -> PinBlockWords.block(format, answer));
    }

    @Override
    public KeyListening listen(Set<Key> keys, Consumer<Key> pressed) {
        return keypad.listen(keys, pressed);
    }

    @Override
    List<String> commands() {
        return blocksStarted
                ? List.of(PIN_ENTRY, DataEntryCall.COMMAND)
                : List.of(PIN_ENTRY, DataEntryCall.COMMAND, PinBlockWords.COMMAND);
    }

    @Override
    void statusRead(StatusTree read) {
        keypad.go();
        boolean here =
                service().capabilities().map(known -> known.has("pinPad")).orElse(true);
        if (blocksElsewhere && !here && !blocksStarted) {
            blocksStarted = true;
            blocks.start();
        }
    }

    @Override
    DeviceStatus overall(DeviceStatus ofService) {
        return ofService.isOnline() && blocksStarted ? blocks.deviceStatus() : ofService;
    }

    @Override
    public void close() {
        keypad.close();
        if (blocksElsewhere) {
            blocks.close();
        }
        super.close();
    }

    /** The other half of a pad on two services. */
    private final class Blocks implements Service.Listener {

        @Override
        public void changed() {
            PinPadDriver.this.changed();
        }

        @Override
        public void event(Message event) {}
    }
}
