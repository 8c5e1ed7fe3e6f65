package dev.kioskguard.adapter.xfs4iot.service.device;

/** A command is not carried out. The word is the standard's {@code errorCode}; nothing here tells of a key or a PIN. */
public final class CommandRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String errorCode;
    private final String why;

    public CommandRefusal(String errorCode, String why) {
        super(why);
        this.errorCode = errorCode;
        this.why = why;
    }

    public String errorCode() {
        return errorCode;
    }

    public String why() {
        return why;
    }
}
