package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.adapter.xfs4iot.client.Execution;
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
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Turn;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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

    private static final Set<Key> PIN_KEYS = EnumSet.range(Key.ZERO, Key.CANCEL);
    private static final Set<Key> PIN_ENDS = EnumSet.of(Key.ENTER, Key.CANCEL);

    private final Environment environment;
    private final Service blocks;
    private final boolean blocksElsewhere;
    private final Turn turn = new Turn();

    private volatile @Nullable KeyReport report;
    private volatile @Nullable Execution entry;
    private volatile boolean pinKeyed;
    private volatile boolean blocksStarted;

    PinPadDriver(Environment environment, DeviceAddress address, Place keyboard, @Nullable Place pinPad) {
        super(environment, address, keyboard, new MessageCodec());
        this.environment = environment;
        this.blocksElsewhere = pinPad != null;
        this.blocks = pinPad == null ? service() : new Service(environment, pinPad, new MessageCodec(), new Blocks());
    }

    @Override
    public CompletionStage<Integer> enterPin(PinRules rules, Duration timeout, Consumer<PinStroke> stroke) {
        return turn.take("enter PIN", () -> {
            pinKeyed = false;
            KeyReport keys = report;
            return (keys == null ? CompletableFuture.<@Nullable Void>completedFuture(null) : keys.stepAside())
                    .thenCompose(free -> {
                        Execution begun = service()
                                .execute(PIN_ENTRY, pinEntry(rules), timeout, event -> strokeOf(event, stroke));
                        entry = begun;
                        return begun.result();
                    })
                    .thenApply(answer -> digits(answer, rules))
                    .whenComplete((digits, failure) -> {
                        entry = null;
                        pinKeyed = failure == null;
                        if (keys != null) {
                            keys.goOn();
                        }
                    });
        });
    }

    @Override
    public void cancelPin() {
        Execution underWay = entry;
        if (underWay != null) {
            underWay.cancel();
        }
    }

    private static ObjectNode pinEntry(PinRules rules) {
        ObjectNode payload = payload()
                .put("minLen", rules.digitsMin())
                .put("maxLen", rules.digitsMax())
                .put("autoEnd", false)
                .put("echo", "*");
        KeyWords.activate(payload, PIN_KEYS, PIN_ENDS);
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
        return turn.take("make PIN block", () -> {
            if (!pinKeyed) {
                return CompletableFuture.failedFuture(
                        new DeviceException(Fault.NO_PIN, PinBlockWords.COMMAND, "no PIN was keyed"));
            }
            Service maker = blocksStarted ? blocks : service();
            return maker.execute(
                            PinBlockWords.COMMAND, PinBlockWords.payload(format, key, account), timeout, event -> {})
                    .result()
                    .thenApply(answer -> {
                        pinKeyed = false;
                        return PinBlockWords.block(format, answer);
                    });
        });
    }

    @Override
    public KeyListening listen(Set<Key> keys, Consumer<Key> pressed) {
        KeyReport present = report;
        if (present != null && !present.isClosed()) {
            throw new DeviceException(Fault.BUSY, "listen to keys", "somebody listens already");
        }
        KeyReport next = new KeyReport(environment, service(), keys, pressed);
        report = next;
        next.go();
        return next;
    }

    @Override
    List<String> commands() {
        return blocksStarted
                ? List.of(PIN_ENTRY, KeyReport.COMMAND)
                : List.of(PIN_ENTRY, KeyReport.COMMAND, PinBlockWords.COMMAND);
    }

    @Override
    void statusRead(StatusTree read) {
        KeyReport keys = report;
        if (keys != null) {
            keys.go();
        }
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
        KeyReport keys = report;
        if (keys != null) {
            keys.close();
        }
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
