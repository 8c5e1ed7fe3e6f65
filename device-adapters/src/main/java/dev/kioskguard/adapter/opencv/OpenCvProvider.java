package dev.kioskguard.adapter.opencv;

import dev.kioskguard.adapter.opencv.capture.Sources;
import dev.kioskguard.adapter.opencv.detector.Detector;
import dev.kioskguard.adapter.opencv.fuse.Pace;
import dev.kioskguard.adapter.opencv.health.LensRules;
import dev.kioskguard.adapter.opencv.model.Models;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceProvider;
import dev.kioskguard.device.Inspected.Fact;
import dev.kioskguard.device.Inspected.Kind;
import dev.kioskguard.device.Survey;
import dev.kioskguard.vision.Lookout;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Opens cameras to look through: {@code opencv:0}, {@code opencv:clip.mkv}, {@code opencv:loop:clip.mkv}, a folder,
 * {@code opencv:http://…} (MJPEG), {@code opencv:rtsp://…}. No native library is loaded before the first look.
 */
public final class OpenCvProvider implements DeviceProvider {

    private final Detector.Maker detectors;

    /** The provider that {@link java.util.ServiceLoader} finds; it loads nothing before the first look. */
    public OpenCvProvider() {
        this(() -> NetworkDetector.open(Models.prepared()));
    }

    /** Cameras that are looked through with what that makes. */
    public OpenCvProvider(Detector.Maker detectors) {
        this.detectors = detectors;
    }

    @Override
    public String scheme() {
        return "opencv";
    }

    @Override
    public <D extends Device> D open(DeviceAddress address, Class<D> kind) {
        Sources.check(address.rest());
        if (kind != Lookout.class) {
            throw new DeviceException(Fault.UNSUPPORTED, "open", "opencv has no " + kind.getSimpleName());
        }
        return kind.cast(lookout(address));
    }

    @Override
    public CompletionStage<Survey> survey(DeviceAddress address, Duration timeout) {
        Sources.check(address.rest());
        Fact networks = Models.prepared().stand()
                ? new Fact(Kind.ABILITY, "networks", "there")
                : new Fact(Kind.LACK, "networks", "./kiosk look PICTURE fetches them");
        return CompletableFuture.completedFuture(new Survey(Set.of(Lookout.class), List.of(networks)));
    }

    /** Opens a camera, with all that an engineer may want to know of it. */
    public OpenCvLookout lookout(DeviceAddress address) {
        return new OpenCvLookout(
                address,
                new Parts(
                        stopped -> Sources.open(address.rest(), stopped),
                        detectors,
                        LensRules.STANDARD,
                        Pace.BETWEEN,
                        Parts.BACKOFF,
                        new SecureRandom()));
    }
}
