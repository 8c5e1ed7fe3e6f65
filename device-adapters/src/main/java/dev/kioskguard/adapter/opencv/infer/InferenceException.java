package dev.kioskguard.adapter.opencv.infer;

/** A network could not be opened, or did not answer; nothing is known of the picture. */
public final class InferenceException extends RuntimeException {
    InferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
