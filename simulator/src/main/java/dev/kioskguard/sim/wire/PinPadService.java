package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.sim.pad.EncryptingPad;
import dev.kioskguard.sim.pad.PadRefusal;
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
            tell("KeyManagement.InitializedEvent");
        });
    }

    @Override
    public String name() {
        return TerminalServices.PIN_PAD;
    }

    @Override
    public List<Offer> offers() {
        return List.of(
                new Offer(
                        "keyboard",
                        List.of("Keyboard.PinEntry", "Keyboard.DataEntry", "Keyboard.GetLayout", "Keyboard.Reset"),
                        List.of("Keyboard.EnterDataEvent", "Keyboard.KeyEvent")),
                new Offer("pinPad", List.of("PinPad.GetPinBlock", "PinPad.Reset"), List.of()),
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
                case "Keyboard.PinEntry" -> keyboard.enterPin(call);
                case "Keyboard.DataEntry" -> keyboard.enterData(call);
                case "Keyboard.GetLayout" -> keyboard.layout(call);
                case "PinPad.GetPinBlock" -> pinBlock(call);
                case "Keyboard.Reset", "PinPad.Reset" -> {
                    pad.forgetPin();
                    call.succeed(null);
                }
                default -> keys.carryOut(call);
            }
        } catch (PadRefusal e) {
            call.refuse(e.errorCode(), e.why());
        }
    }

    private void pinBlock(Call call) {
        JsonNode wanted = call.payload();
        String method = wanted.path("cryptoMethod").asString("ecb");
        if (!method.equals("ecb")) {
            throw new PadRefusal("cryptoMethodNotSupported", "PIN blocks are enciphered by ecb");
        }
        if (wanted.hasNonNull("secondEncKey") || wanted.hasNonNull("xorData")) {
            call.fail(CompletionCode.UNSUPPORTED_DATA, "PIN blocks are enciphered once, under one key");
            return;
        }
        byte[] block = pad.pinBlock(
                format(wanted.path("format").asString("")),
                wanted.path("key").asString(""),
                wanted.path("customerData").asString(""));
        call.succeed(call.newPayload().put("pinBlock", Base64.getEncoder().encodeToString(block)));
    }

    /** {@code ansi} is what ISO 9564-1 calls format 0 (ANSI X9.8). */
    private static PinBlock.Format format(String word) {
        return switch (word) {
            case "iso0", "ansi" -> PinBlock.Format.ISO_0;
            case "iso4" -> PinBlock.Format.ISO_4;
            default -> throw new PadRefusal("formatNotSupported", "the pad makes iso0, ansi and iso4");
        };
    }

    @Override
    void fillStatus(ObjectNode status) {
        status.putObject("keyboard")
                .putObject("autoBeepMode")
                .put("activeAvailable", false)
                .put("inactiveAvailable", false);
        fillKeys(status.putObject("keyManagement"));
    }

    private void fillKeys(ObjectNode keyManagement) {
        keyManagement.put("encryptionState", pad.keys().isEmpty() ? "initialized" : "ready");
        keyManagement.put("certificateState", "notReady");
    }

    @Override
    void fillCapabilities(ObjectNode capabilities) {
        ObjectNode pinPad = capabilities.putObject("pinPad");
        pinPad.putObject("pinFormats").put("ansi", true).put("iso0", true).put("iso4", true);
        pinPad.put("idcConnect", false).put("pinCanPersistAfterUse", false).put("typeCombined", false);
        ObjectNode pinKeys = pinPad.putObject("pinBlockAttributes").putObject("P0");
        for (String algorithm : List.of("T", "A")) {
            pinKeys.putObject(algorithm)
                    .putObject("E")
                    .putObject("cryptoMethod")
                    .put("ecb", true);
        }
        capabilities
                .putObject("keyboard")
                .putObject("autoBeep")
                .put("activeAvailable", false)
                .put("inactiveAvailable", false);
        KeyCommands.fillCapabilities(capabilities.putObject("keyManagement"));
    }
}
