package dev.kioskguard.adapter.jxfs;

/** A call that was refused before anything began; stands for {@code com.jxfs.general.JxfsException}. */
public final class JxfsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int errorCode;

    /**
     * A refusal.
     *
     * @param errorCode one of {@link JxfsCodes}
     * @param message what to do
     */
    public JxfsException(int errorCode, String message) {
        super(message + " (" + errorCode + ")");
        this.errorCode = errorCode;
    }

    public int errorCode() {
        return errorCode;
    }
}
