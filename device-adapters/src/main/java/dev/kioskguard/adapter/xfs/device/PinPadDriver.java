package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Pin;
import dev.kioskguard.adapter.xfs.library.Received;
import dev.kioskguard.adapter.xfs.manager.Command;
import dev.kioskguard.adapter.xfs.manager.ServiceClass;
import dev.kioskguard.adapter.xfs.manager.Snapshot;
import dev.kioskguard.adapter.xfs.manager.XfsEvent;
import dev.kioskguard.adapter.xfs.manager.XfsManager;
import dev.kioskguard.adapter.xfs.memory.NativeStruct;
import dev.kioskguard.adapter.xfs.memory.StructView;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.Keypad;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** An encrypting PIN pad (CWA 16926-6, service class PIN). */
final class PinPadDriver extends XfsDevice implements PinPad {

    private static final String PIN_ENTRY = "GET_PIN";

    private final Keypad keypad;

    /** How an entry ended. */
    private record Entry(int digits, int completion) {}

    PinPadDriver(XfsManager manager, DeviceAddress address) {
        super(manager, address, ServiceClass.PIN);
        this.keypad = new Keypad(session().environment().loop(), new DataEntryCall(this));
    }

    @Override
    public CompletionStage<Integer> enterPin(PinRules rules, Duration timeout, Consumer<PinStroke> stroke) {
        return keypad.enterPin(
                () -> session().execute(this, pinEntry(rules, timeout, stroke)), ended -> digits(ended, rules));
    }

    @Override
    public void cancelPin() {
        keypad.cancelPin();
    }

    private Command<Entry> pinEntry(PinRules rules, Duration timeout, Consumer<PinStroke> stroke) {
        NativeStruct data = session()
                .struct("WFSPINGETPIN")
                .set("usMinLen", rules.digitsMin())
                .set("usMaxLen", rules.digitsMax())
                .set("cEcho", '*');
        return new Command<>(
                PIN_ENTRY,
                Pin.WFS_CMD_PIN_GET_PIN,
                KeyMasks.activate(data, Keypad.PIN_KEYS, Keypad.PIN_ENDS),
                timeout,
                PinPadDriver::entry,
                event -> strokeOf(event).ifPresent(stroke));
    }

    private static Entry entry(Received received, Header header) {
        StructView view = received.view(header.struct("WFSPINENTRY"));
        return new Entry(view.number("usDigits"), view.oneOf("wCompletion", Pin.WFS_PIN_COMPCONTFDK));
    }

    /** A digit comes without its name; should a pad name it all the same, the name is dropped here. */
    private Optional<PinStroke> strokeOf(XfsEvent event) {
        Snapshot key = KeyMasks.brought(event, this);
        if (key == null) {
            return Optional.empty();
        }
        return switch (key.view().number("wCompletion")) {
            case Pin.WFS_PIN_COMPENTER -> Optional.of(PinStroke.ENTER);
            case Pin.WFS_PIN_COMPCANCEL -> Optional.of(PinStroke.CANCEL);
            case Pin.WFS_PIN_COMPCLEAR, Pin.WFS_PIN_COMPBACKSPACE -> Optional.of(PinStroke.CLEAR);
            case Pin.WFS_PIN_COMPCONTINUE, Pin.WFS_PIN_COMPAUTO ->
                Optional.of(KeyMasks.key(key.view()).map(PinPadDriver::stroke).orElse(PinStroke.DIGIT));
            default -> Optional.empty();
        };
    }

    private static PinStroke stroke(Key key) {
        return switch (key) {
            case ENTER -> PinStroke.ENTER;
            case CANCEL -> PinStroke.CANCEL;
            case CLEAR -> PinStroke.CLEAR;
            default -> PinStroke.DIGIT;
        };
    }

    private static int digits(Entry ended, PinRules rules) {
        if (ended.completion() == Pin.WFS_PIN_COMPCANCEL) {
            throw new DeviceException(Fault.CANCELED, PIN_ENTRY, "the customer pressed cancel");
        }
        if (ended.digits() > rules.digitsMax()) {
            throw new DeviceException(Fault.OTHER, PIN_ENTRY, "WFSPINENTRY.usDigits: more than were asked for");
        }
        if (ended.digits() < rules.digitsMin()) {
            throw new DeviceException(Fault.NO_PIN, PIN_ENTRY, "fewer digits than a PIN has");
        }
        return ended.digits();
    }

    @Override
    public CompletionStage<PinBlock> pinBlock(PinBlock.Format format, String key, String account, Duration timeout) {
        return keypad.pinBlock(
                "GET_PINBLOCK", () -> new PinBlockCall(this, format, key, account).make(timeout), block -> block);
    }

    @Override
    public KeyListening listen(Set<Key> keys, Consumer<Key> pressed) {
        return keypad.listen(keys, pressed);
    }

    @Override
    void statusRead(Snapshot read) {
        keypad.go();
    }

    @Override
    public void close() {
        keypad.close();
        super.close();
    }
}
