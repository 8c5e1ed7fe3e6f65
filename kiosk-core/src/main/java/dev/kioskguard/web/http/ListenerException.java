package dev.kioskguard.web.http;

/** A listener that could not be opened; the message says what to do. */
public final class ListenerException extends RuntimeException {
    public ListenerException(String message, Throwable cause) {
        super(message, cause);
    }
}
