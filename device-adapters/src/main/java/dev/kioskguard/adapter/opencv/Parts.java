package dev.kioskguard.adapter.opencv;

import dev.kioskguard.adapter.opencv.capture.Source;
import dev.kioskguard.adapter.opencv.capture.SourceException;
import dev.kioskguard.adapter.opencv.detector.Detector;
import dev.kioskguard.adapter.opencv.health.LensRules;
import dev.kioskguard.device.Backoff;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * What a lookout is made of.
 *
 * @param between the least time from one look at a frame to the next
 * @param backoff between attempts to open the camera, and to make a detector that failed
 * @param chance used by the capturing thread alone
 */
public record Parts(
        Opening opening,
        Detector.Maker detectors,
        LensRules lens,
        Duration between,
        Backoff backoff,
        RandomGenerator chance) {

    public static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));

    /** Opens the camera. */
    @FunctionalInterface
    public interface Opening {

        /**
         * Opens it, waiting for it.
         *
         * @param stopped ends every wait of the source soon once it says so
         */
        Source open(BooleanSupplier stopped) throws SourceException;
    }
}
