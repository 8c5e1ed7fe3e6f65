package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.PinBlock;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/** The command for a PIN block, and its answer. */
final class PinBlockWords {

    static final String COMMAND = "PinPad.GetPinBlock";

    private static final int ISO_0_PADDING = 15;

    private PinBlockWords() {}

    static ObjectNode payload(PinBlock.Format format, String key, String account) {
        ObjectNode payload = ServiceDevice.payload()
                .put("key", key)
                .put("cryptoMethod", "ecb")
                .put("customerData", format.partOf(account));
        return switch (format) {
            case ISO_0 -> payload.put("format", "iso0").put("padding", ISO_0_PADDING);
            case ISO_4 -> payload.put("format", "iso4");
        };
    }

    static PinBlock block(PinBlock.Format format, ObjectNode answer) {
        try {
            return new PinBlock(format, HexFormat.of().formatHex(ServiceDevice.bytes(answer, "pinBlock", COMMAND)));
        } catch (IllegalArgumentException e) {
            throw new DeviceException(Fault.OTHER, COMMAND, "the block has the wrong length", e);
        }
    }
}
