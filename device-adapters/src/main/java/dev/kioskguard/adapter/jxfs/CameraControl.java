package dev.kioskguard.adapter.jxfs;

import dev.kioskguard.adapter.jxfs.Outcome.Picture;
import dev.kioskguard.device.Camera;
import java.time.Duration;

/**
 * A camera. J/XFS has one (CWA 16008-11), but no class of {@code com.jxfs.control.cam} was found in public code, so its
 * method names are not known: these are this project's own.
 */
public final class CameraControl extends DeviceControl {

    /** A picture is taken; the number is this project's. */
    public static final int O_TAKE_PICTURE = JxfsCodes.CAM + JxfsCodes.OWN;

    private static final Duration TAKE_MAX = Duration.ofSeconds(10);

    private final Camera camera;

    CameraControl(SharedDevice device, Camera camera) {
        super(device);
        this.camera = camera;
    }

    /** Takes a picture, which stays in memory. */
    public int takePicture() {
        return ask(O_TAKE_PICTURE, operation -> camera.takePicture(TAKE_MAX).thenApply(Picture::new));
    }
}
