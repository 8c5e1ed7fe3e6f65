package dev.kioskguard.adapter.xfs4iot.message;

import java.util.OptionalInt;

/** A text is no XFS4IoT message. The reason names the part that is wrong, never what a payload held. */
public final class MessageFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int requestId;
    private final String name;

    MessageFormatException(String reason) {
        this(reason, OptionalInt.empty(), "");
    }

    MessageFormatException(String reason, OptionalInt requestId, String name) {
        super(reason);
        this.requestId = requestId.orElse(-1);
        this.name = name;
    }

    /** Returns the name that the broken message bore; empty where that much could not be read. */
    public String name() {
        return name;
    }

    /** Returns the request that the broken message was about, where that much could be read. */
    public OptionalInt requestId() {
        return requestId < 0 ? OptionalInt.empty() : OptionalInt.of(requestId);
    }
}
