package dev.kioskguard.sim.http;

/** A call that the guard refused, with its status and the advice of its problem document. */
public final class GuardRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;

    public GuardRefusedException(Call call, int status, String detail) {
        super(call + " was refused with " + status);
        this.status = status;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    /** Returns what to do about it; empty if the guard did not say. */
    public String detail() {
        return detail;
    }
}
