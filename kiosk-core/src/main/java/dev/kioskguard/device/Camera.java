package dev.kioskguard.device;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A camera that takes single pictures (CEN/XFS {@code CAM}, XFS4IoT {@code Camera}). Pictures stay in memory. */
public interface Camera extends Device {

    /** The largest picture that is accepted, in bytes. */
    int PICTURE_BYTES_MAX = 8 * 1024 * 1024;

    /** Completes with an encoded picture (JPEG or PNG), or fails with {@link DeviceException}. */
    CompletionStage<byte[]> takePicture(Duration timeout);
}
