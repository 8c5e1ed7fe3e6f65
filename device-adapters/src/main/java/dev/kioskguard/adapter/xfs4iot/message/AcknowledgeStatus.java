package dev.kioskguard.adapter.xfs4iot.message;

import java.util.Arrays;
import java.util.Optional;

/** Whether a service took a command in; {@code header.status} of an acknowledge. Absent means {@link #OK}. */
public enum AcknowledgeStatus {
    OK("ok"),
    INVALID_MESSAGE("invalidMessage"),
    INVALID_REQUEST_ID("invalidRequestID"),
    TOO_MANY_REQUESTS("tooManyRequests");

    private final String word;

    AcknowledgeStatus(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<AcknowledgeStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst();
    }
}
