package dev.kioskguard.content.pack;

/** A content pack that must not be used; the message names file, line and path, and says what to do. */
public final class ContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContentException(String place, String trouble, String remedy) {
        super("%s: %s; %s".formatted(place, trouble, remedy));
    }

    ContentException(String place, String trouble, String remedy, Throwable cause) {
        this(place, trouble, remedy);
        initCause(cause);
    }
}
