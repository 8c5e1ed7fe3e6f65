package dev.kioskguard.adapter.xfs4iot.client.connection;

import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.words.FaultWords;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The one gate through which a command's bad end becomes a {@link DeviceException}. */
final class Faults {

    private Faults() {}

    /** Returns what a completion other than success means. */
    static DeviceException of(Message.Completion completion) {
        Message.Outcome outcome = completion.outcome();
        String detail = "%s %s %s"
                .formatted(outcome.code().word(), errorCode(completion.payload()), outcome.description())
                .strip();
        return new DeviceException(fault(completion), completion.name(), detail);
    }

    private static Fault fault(Message.Completion completion) {
        return switch (completion.outcome().code()) {
            case COMMAND_ERROR_CODE -> FaultWords.fault(errorCode(completion.payload()));
            case CANCELED -> Fault.CANCELED;
            case TIME_OUT -> Fault.TIMEOUT;
            case DEVICE_NOT_READY -> Fault.BUSY;
            case UNSUPPORTED_COMMAND, UNSUPPORTED_DATA, INVALID_COMMAND -> Fault.UNSUPPORTED;
            case SUCCESS,
                    HARDWARE_ERROR,
                    INTERNAL_ERROR,
                    INVALID_REQUEST_ID,
                    INVALID_DATA,
                    USER_ERROR,
                    FRAUD_ATTEMPT,
                    SEQUENCE_ERROR,
                    AUTHORIZATION_REQUIRED,
                    NO_COMMAND_NONCE,
                    INVALID_TOKEN,
                    INVALID_TOKEN_NONCE,
                    INVALID_TOKEN_HMAC,
                    INVALID_TOKEN_FORMAT,
                    INVALID_TOKEN_KEY_NO_VALUE,
                    NOT_ENOUGH_SPACE -> Fault.OTHER;
        };
    }

    /** Returns why a service did not take a command in. */
    static DeviceException of(Message.Acknowledge refusal) {
        Fault fault = switch (refusal.status()) {
            case TOO_MANY_REQUESTS -> Fault.BUSY;
            case OK, INVALID_MESSAGE, INVALID_REQUEST_ID -> Fault.OTHER;
        };
        return new DeviceException(
                fault, refusal.name(), "refused: " + refusal.status().word());
    }

    private static String errorCode(@Nullable ObjectNode payload) {
        JsonNode code = payload == null ? null : payload.get("errorCode");
        return code != null && code.isString() ? code.stringValue() : "";
    }
}
