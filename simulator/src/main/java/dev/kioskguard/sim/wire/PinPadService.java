package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.CommandRefusal;
import dev.kioskguard.adapter.xfs4iot.service.device.PinPadMessages;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.sim.pad.EncryptingPad;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The encrypting pad as one service with {@code Keyboard}, {@code PinPad} and {@code KeyManagement}. */
final class PinPadService extends TerminalService {

    private final EncryptingPad pad;
    private final KeyboardCommands keyboard;
    private final KeyCommands keys;

    PinPadService(Terminal terminal, Alarms alarms) {
        super(terminal, TerminalDevice.PIN_PAD, alarms);
        this.pad = terminal.pad();
        this.keyboard = new KeyboardCommands(pad);
        this.keys = new KeyCommands(pad, () -> {
            changed("keyManagement", this::fillKeys);
            tell("KeyManagement.InitializedEvent", null);
        });
    }

    @Override
    public String name() {
        return PinPadMessages.SERVICE;
    }

    @Override
    public List<Offer> offers() {
        return List.of(
                new Offer(
                        "keyboard",
                        List.of(
                                PinPadMessages.PIN_ENTRY,
                                PinPadMessages.DATA_ENTRY,
                                "Keyboard.GetLayout",
                                "Keyboard.Reset"),
                        List.of(PinPadMessages.ENTER_DATA, PinPadMessages.KEY_PRESSED)),
                new Offer("pinPad", List.of(PinPadMessages.PIN_BLOCK, "PinPad.Reset"), List.of()),
                new Offer("keyManagement", KeyCommands.NAMES, List.of("KeyManagement.InitializedEvent")));
    }

    @Override
    void watch() {
        // The pad has nothing to tell unasked but what its key commands tell.
    }

    @Override
    void letGo() {
        pad.abandon();
    }

    @Override
    void carryOut(Call call) {
        try {
            switch (call.name()) {
                case PinPadMessages.PIN_ENTRY -> keyboard.enterPin(call);
                case PinPadMessages.DATA_ENTRY -> keyboard.enterData(call);
                case "Keyboard.GetLayout" -> keyboard.layout(call);
                case PinPadMessages.PIN_BLOCK -> pinBlock(call);
                case "Keyboard.Reset", "PinPad.Reset" -> {
                    pad.forgetPin();
                    call.succeed(null);
                }
                default -> keys.carryOut(call);
            }
        } catch (CommandRefusal e) {
            call.refuse(e.errorCode(), e.why());
        }
    }

    private void pinBlock(Call call) {
        JsonNode wanted = call.payload();
        PinBlock.Format format = PinPadMessages.format(wanted);
        if (PinPadMessages.isEncipheredTwice(wanted)) {
            call.fail(CompletionCode.UNSUPPORTED_DATA, "PIN blocks are enciphered once, under one key");
            return;
        }
        byte[] block = pad.pinBlock(
                format,
                wanted.path("key").asString(""),
                wanted.path("customerData").asString(""));
        call.succeed(call.newPayload().put("pinBlock", Base64.getEncoder().encodeToString(block)));
    }

    @Override
    protected void fillStatus(ObjectNode status) {
        PinPadMessages.putStatus(status);
        fillKeys(status.putObject("keyManagement"));
    }

    private void fillKeys(ObjectNode keyManagement) {
        keyManagement.put("encryptionState", pad.keys().isEmpty() ? "initialized" : "ready");
        keyManagement.put("certificateState", "notReady");
    }

    @Override
    protected void fillCapabilities(ObjectNode capabilities) {
        PinPadMessages.putCapabilities(capabilities);
        KeyCommands.fillCapabilities(capabilities.putObject("keyManagement"));
    }
}
