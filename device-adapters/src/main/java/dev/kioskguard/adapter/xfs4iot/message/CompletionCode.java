package dev.kioskguard.adapter.xfs4iot.message;

import java.util.Arrays;
import java.util.Optional;

/** How a command ended; {@code header.completionCode}. An absent code means {@link #SUCCESS}. */
public enum CompletionCode {
    SUCCESS("success"),
    /** The payload's {@code errorCode} says what was wrong. */
    COMMAND_ERROR_CODE("commandErrorCode"),
    CANCELED("canceled"),
    DEVICE_NOT_READY("deviceNotReady"),
    HARDWARE_ERROR("hardwareError"),
    INTERNAL_ERROR("internalError"),
    INVALID_COMMAND("invalidCommand"),
    INVALID_REQUEST_ID("invalidRequestID"),
    TIME_OUT("timeOut"),
    UNSUPPORTED_COMMAND("unsupportedCommand"),
    INVALID_DATA("invalidData"),
    USER_ERROR("userError"),
    UNSUPPORTED_DATA("unsupportedData"),
    FRAUD_ATTEMPT("fraudAttempt"),
    SEQUENCE_ERROR("sequenceError"),
    AUTHORIZATION_REQUIRED("authorizationRequired"),
    NO_COMMAND_NONCE("noCommandNonce"),
    INVALID_TOKEN("invalidToken"),
    INVALID_TOKEN_NONCE("invalidTokenNonce"),
    INVALID_TOKEN_HMAC("invalidTokenHMAC"),
    INVALID_TOKEN_FORMAT("invalidTokenFormat"),
    INVALID_TOKEN_KEY_NO_VALUE("invalidTokenKeyNoValue"),
    NOT_ENOUGH_SPACE("notEnoughSpace");

    /** How the reference implementation spells it. */
    private static final String AUTHORIZATION_MISSPELT = "authorisationRequired";

    private final String word;

    CompletionCode(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Returns the code for a word of the wire, also for the one word that real services spell in another way. */
    public static Optional<CompletionCode> of(String word) {
        if (word.equals(AUTHORIZATION_MISSPELT)) {
            return Optional.of(AUTHORIZATION_REQUIRED);
        }
        return Arrays.stream(values()).filter(code -> code.word.equals(word)).findFirst();
    }
}
