package dev.kioskguard.adapter.xfs4iot.client.connection;

import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The one gate through which a command's bad end becomes a {@link DeviceException}. */
final class Faults {

    /** What the command-specific error codes of CWA 17852 mean to a caller of ours. */
    private static final Map<String, Fault> BY_ERROR_CODE = Map.ofEntries(
            Map.entry("mediaJam", Fault.MEDIA_JAMMED),
            Map.entry("shutterFail", Fault.MEDIA_JAMMED),
            Map.entry("noMedia", Fault.NO_MEDIA),
            Map.entry("mediaRetained", Fault.NO_MEDIA),
            Map.entry("invalidMedia", Fault.INVALID_MEDIA),
            Map.entry("cardTooShort", Fault.INVALID_MEDIA),
            Map.entry("cardTooLong", Fault.INVALID_MEDIA),
            Map.entry("cardCollision", Fault.INVALID_MEDIA),
            Map.entry("atrNotObtained", Fault.INVALID_MEDIA),
            Map.entry("securityFail", Fault.INVALID_MEDIA),
            Map.entry("noPin", Fault.NO_PIN),
            Map.entry("keyNotFound", Fault.KEY_MISSING),
            Map.entry("keyNoValue", Fault.KEY_MISSING),
            Map.entry("formatNotSupported", Fault.UNSUPPORTED),
            Map.entry("algorithmNotSupported", Fault.UNSUPPORTED),
            Map.entry("cryptoMethodNotSupported", Fault.UNSUPPORTED),
            Map.entry("protocolNotSupported", Fault.UNSUPPORTED),
            Map.entry("keyNotSupported", Fault.UNSUPPORTED),
            Map.entry("cameraNotSupported", Fault.UNSUPPORTED),
            Map.entry("invalidLight", Fault.UNSUPPORTED),
            Map.entry("entryTimeout", Fault.TIMEOUT));

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
            case COMMAND_ERROR_CODE -> BY_ERROR_CODE.getOrDefault(errorCode(completion.payload()), Fault.OTHER);
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
