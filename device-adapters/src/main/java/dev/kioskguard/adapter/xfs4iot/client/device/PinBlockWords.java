package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.PinBlock;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/** The command for a PIN block, and its answer. */
final class PinBlockWords {

    static final String COMMAND = "PinPad.GetPinBlock";

    private static final int ISO_0_ACCOUNT_DIGITS = 12;
    private static final int ISO_0_PADDING = 15;

    private PinBlockWords() {}

    /** ISO 9564-1: format 0 takes the twelve digits before the check digit, format 4 the whole account number. */
    static ObjectNode payload(PinBlock.Format format, String key, String account) {
        ObjectNode payload = ServiceDevice.payload().put("key", key).put("cryptoMethod", "ecb");
        return switch (format) {
            case ISO_0 ->
                payload.put("format", "iso0")
                        .put("padding", ISO_0_PADDING)
                        .put("customerData", twelveBeforeCheckDigit(account));
            case ISO_4 -> payload.put("format", "iso4").put("customerData", account);
        };
    }

    private static String twelveBeforeCheckDigit(String account) {
        String padded = "0".repeat(ISO_0_ACCOUNT_DIGITS) + account.substring(0, Math.max(0, account.length() - 1));
        return padded.substring(padded.length() - ISO_0_ACCOUNT_DIGITS);
    }

    static PinBlock block(PinBlock.Format format, ObjectNode answer) {
        try {
            return new PinBlock(format, HexFormat.of().formatHex(ServiceDevice.bytes(answer, "pinBlock", COMMAND)));
        } catch (IllegalArgumentException e) {
            throw new DeviceException(Fault.OTHER, COMMAND, "the block has the wrong length", e);
        }
    }
}
