package dev.kioskguard.adapter.xfs.memory;

/** What a provider handed over is not as the standard says. The message begins with the name of the field. */
public final class NativeFieldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NativeFieldException(String field, String why) {
        super(field + ": " + why);
    }
}
