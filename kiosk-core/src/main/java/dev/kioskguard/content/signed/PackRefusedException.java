package dev.kioskguard.content.signed;

/** A signed pack that must not be used; the message says why and what to do. */
public final class PackRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PackRefusedException(String trouble, String remedy) {
        super(trouble + "; " + remedy);
    }

    PackRefusedException(String trouble, String remedy, Throwable cause) {
        super(trouble + "; " + remedy, cause);
    }
}
