package dev.kioskguard.adapter.xfs4iot.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five words that {@code header.type} may hold. */
public enum MessageType {
    COMMAND,
    ACKNOWLEDGE,
    EVENT,
    COMPLETION,
    UNSOLICITED;

    /** Returns the word as it stands on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MessageType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
