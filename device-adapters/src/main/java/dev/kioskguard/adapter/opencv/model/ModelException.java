package dev.kioskguard.adapter.opencv.model;

/** A network is not there, or is not the one it should be to the byte; the message says what to do. */
public final class ModelException extends RuntimeException {
    ModelException(String message) {
        super(message);
    }

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
