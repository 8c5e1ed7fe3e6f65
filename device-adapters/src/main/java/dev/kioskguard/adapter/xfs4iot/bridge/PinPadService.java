package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.CommandRefusal;
import dev.kioskguard.adapter.xfs4iot.service.device.KeyEntry;
import dev.kioskguard.adapter.xfs4iot.service.device.PinPadMessages;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.PinPad.PinRules;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An encrypting pad as {@code Keyboard} and {@code PinPad}; its keys are managed where they are loaded, not here. */
final class PinPadService extends PortService {

    private static final Set<Key> DIGITS = EnumSet.range(Key.ZERO, Key.NINE);
    private static final int PIN_DIGITS_MIN = 4;
    private static final int ISO_0_ACCOUNT_DIGITS = 12;

    private final PinPad port;
    private volatile @Nullable DataEntry entry;

    PinPadService(PinPad port, Answers answers) {
        super(PinPadMessages.SERVICE, answers, List.of(port));
        this.port = port;
    }

    @Override
    public List<Offer> offers() {
        return List.of(
                new Offer(
                        "keyboard",
                        List.of(PinPadMessages.PIN_ENTRY, PinPadMessages.DATA_ENTRY),
                        List.of(PinPadMessages.ENTER_DATA, PinPadMessages.KEY_PRESSED)),
                new Offer("pinPad", List.of(PinPadMessages.PIN_BLOCK), List.of()));
    }

    @Override
    void listen() {
        // Keys are told to the command that asked for them.
    }

    @Override
    void letGo() {
        port.cancelPin();
        DataEntry underWay = entry;
        if (underWay != null) {
            underWay.stop();
        }
    }

    @Override
    CompletionStage<?> carryOut(Call call) {
        return switch (call.name()) {
            case PinPadMessages.PIN_ENTRY -> enterPin(call);
            case PinPadMessages.DATA_ENTRY -> enterData(call);
            case PinPadMessages.PIN_BLOCK -> pinBlock(call);
            default -> unsupported(call, "no such command here");
        };
    }

    private CompletionStage<?> enterPin(Call call) {
        KeyEntry wanted = KeyEntry.pin(call.payload());
        boolean asOurs = !wanted.autoEnd()
                && wanted.keys().getOrDefault(Key.ENTER, false)
                && wanted.keys().keySet().containsAll(DIGITS);
        if (!asOurs) {
            return unsupported(call, "a PIN is keyed with all ten digits and ends at enter");
        }
        int digitsMax = wanted.lengthMax() == 0 ? KeyEntry.PIN_DIGITS_MAX : wanted.lengthMax();
        if (digitsMax < PIN_DIGITS_MIN) {
            throw new CommandRefusal("minimumLength", "a PIN has at least %d digits".formatted(PIN_DIGITS_MIN));
        }
        PinRules rules = new PinRules(Math.max(PIN_DIGITS_MIN, wanted.lengthMin()), digitsMax);
        PinEntry strokes = new PinEntry(call, answers());
        call.event(PinPadMessages.ENTER_DATA, null);
        return port.enterPin(rules, within(call, WAIT_MAX), strokes::stroke).handle((digits, failure) -> {
            strokes.ended(digits, failure);
            return null;
        });
    }

    private CompletionStage<?> enterData(Call call) {
        DataEntry begun = new DataEntry(KeyEntry.data(call.payload()), call);
        entry = begun;
        return begun.begin(port).whenComplete((done, failure) -> entry = null);
    }

    private CompletionStage<?> pinBlock(Call call) {
        ObjectNode wanted = call.payload();
        PinBlock.Format format = PinPadMessages.format(wanted);
        if (PinPadMessages.isEncipheredTwice(wanted)) {
            return unsupported(call, "PIN blocks are enciphered once, under one key");
        }
        String customer = wanted.path("customerData").asString("");
        if (format == PinBlock.Format.ISO_0 && customer.length() != ISO_0_ACCOUNT_DIGITS) {
            call.fail(
                    CompletionCode.INVALID_DATA,
                    "iso0 takes the %d digits before the check digit".formatted(ISO_0_ACCOUNT_DIGITS));
            return nothing();
        }
        // The port takes whole accounts, of which a block in format 0 leaves the last digit out.
        String account = format == PinBlock.Format.ISO_0 ? customer + "0" : customer;
        return answered(
                call,
                port.pinBlock(format, wanted.path("key").asString(""), account, within(call, WORK_MAX)),
                block -> call.newPayload()
                        .put(
                                "pinBlock",
                                Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(block.hex()))));
    }

    @Override
    protected void fillStatus(ObjectNode status) {
        PinPadMessages.putStatus(status);
    }

    @Override
    protected void fillCapabilities(ObjectNode capabilities) {
        PinPadMessages.putCapabilities(capabilities);
    }
}
