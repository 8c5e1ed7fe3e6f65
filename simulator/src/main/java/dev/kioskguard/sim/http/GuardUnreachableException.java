package dev.kioskguard.sim.http;

/** A call that was not answered: whether the guard has done it is unknown. */
public final class GuardUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GuardUnreachableException(Call call, Throwable cause) {
        super(call + " was not answered", cause);
    }
}
