package dev.kioskguard.adapter.xfs4iot.service.device;

import dev.kioskguard.device.PinBlock;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a service of an encrypting pad says: {@code Keyboard} and {@code PinPad}. */
public final class PinPadMessages {

    /** The service's name. */
    public static final String SERVICE = "PinPad";

    public static final String PIN_ENTRY = "Keyboard.PinEntry";
    public static final String DATA_ENTRY = "Keyboard.DataEntry";
    public static final String PIN_BLOCK = "PinPad.GetPinBlock";
    public static final String ENTER_DATA = "Keyboard.EnterDataEvent";
    public static final String KEY_PRESSED = "Keyboard.KeyEvent";

    private PinPadMessages() {}

    /**
     * Returns the format of the block that is asked for.
     *
     * @throws CommandRefusal when no pad of ours makes such a block
     */
    public static PinBlock.Format format(JsonNode wanted) {
        String method = wanted.path("cryptoMethod").asString("ecb");
        if (!method.equals("ecb")) {
            throw new CommandRefusal("cryptoMethodNotSupported", "PIN blocks are enciphered by ecb");
        }
        // "ansi" is what ISO 9564-1 calls format 0 (ANSI X9.8).
        return switch (wanted.path("format").asString("")) {
            case "iso0", "ansi" -> PinBlock.Format.ISO_0;
            case "iso4" -> PinBlock.Format.ISO_4;
            default -> throw new CommandRefusal("formatNotSupported", "the pad makes iso0, ansi and iso4");
        };
    }

    /** Returns whether the block is to be enciphered in a way beyond one key, which no pad of ours does. */
    public static boolean isEncipheredTwice(JsonNode wanted) {
        return wanted.hasNonNull("secondEncKey") || wanted.hasNonNull("xorData");
    }

    public static void putStatus(ObjectNode status) {
        putSilence(status.putObject("keyboard").putObject("autoBeepMode"));
    }

    public static void putCapabilities(ObjectNode capabilities) {
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
        putSilence(capabilities.putObject("keyboard").putObject("autoBeep"));
    }

    private static void putSilence(ObjectNode beep) {
        beep.put("activeAvailable", false).put("inactiveAvailable", false);
    }
}
