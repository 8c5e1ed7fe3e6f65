package dev.kioskguard.adapter.opencv.model.onnx;

/** A network holds something that the conversion does not know. */
public final class ConversionException extends RuntimeException {
    ConversionException(String message) {
        super(message);
    }
}
