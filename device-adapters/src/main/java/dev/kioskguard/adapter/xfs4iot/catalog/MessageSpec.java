package dev.kioskguard.adapter.xfs4iot.catalog;

import dev.kioskguard.adapter.xfs4iot.message.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * What the standard says of one message.
 *
 * @param version the one of edition 2024-3, such as {@code 2.0}
 * @param payload null where the message has none
 */
public record MessageSpec(String name, MessageType type, String version, Shape.@Nullable Fields payload) {

    /** Returns the part before the dot, such as {@code CardReader}. */
    public String interfaceName() {
        return name.substring(0, name.indexOf('.'));
    }
}
