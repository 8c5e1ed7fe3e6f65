package dev.kioskguard.sim.bank.host;

/** An answer of the host that did not come: the caller knows nothing and has to ask again. */
public final class HostUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HostUnreachableException(String detail) {
        super(detail);
    }

    public HostUnreachableException(String detail, Throwable cause) {
        super(detail, cause);
    }
}
