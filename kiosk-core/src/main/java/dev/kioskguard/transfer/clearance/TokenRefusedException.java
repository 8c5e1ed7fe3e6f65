package dev.kioskguard.transfer.clearance;

/** A token that proves nothing. The message never repeats the token. */
public final class TokenRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal reason;

    TokenRefusedException(Refusal reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    TokenRefusedException(Refusal reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }
}
