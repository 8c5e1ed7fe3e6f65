package dev.kioskguard.device;

import java.util.Locale;

/** A device did not do what it was told. The detail keeps the vendor's own words for the service engineer. */
public final class DeviceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    public DeviceException(Fault fault, String operation, String detail) {
        super("%s failed (%s): %s".formatted(operation, fault.name().toLowerCase(Locale.ROOT), detail));
        this.fault = fault;
    }

    public DeviceException(Fault fault, String operation, String detail, Throwable cause) {
        this(fault, operation, detail);
        initCause(cause);
    }

    public Fault fault() {
        return fault;
    }

    /** What the caller can do about it, which is all a caller needs to know. */
    public enum Fault {
        TIMEOUT,
        CANCELED,
        BUSY,
        MEDIA_JAMMED,
        NO_MEDIA,
        INVALID_MEDIA,
        NO_PIN,
        KEY_MISSING,
        CONNECTION_LOST,
        UNSUPPORTED,
        OTHER
    }
}
