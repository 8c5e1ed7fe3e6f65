package dev.kioskguard.adapter.opencv.health;

import java.time.Duration;

/**
 * When a camera counts as not seeing. Measured on 209 pictures: the 5th percentile of contrast is 46, and 1.2 behind
 * a hand; sharpness differs so much between cameras that only its share of the same camera's own usual means anything.
 *
 * @param coveredContrast a picture with less contrast is covered
 * @param darkLight a picture with less light is dark
 * @param blurredShare a picture with a smaller share of the usual sharpness is blurred
 * @param stillLevels where no cell differs by more grey levels, nothing moved but the noise of the sensor
 * @param movedLikeness a picture that is less like the usual one, from -1 to 1, is another
 * @param times how long each must last
 */
public record LensRules(
        double coveredContrast,
        double darkLight,
        double blurredShare,
        double stillLevels,
        double movedLikeness,
        Times times) {

    public static final LensRules STANDARD = new LensRules(
            6,
            25,
            0.15,
            1.5,
            0.3,
            new Times(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30)));

    boolean isFlat(Grey grey) {
        return grey.contrast() < coveredContrast;
    }

    boolean isUnlit(Grey grey) {
        return grey.light() < darkLight;
    }

    /**
     * What must last how long before it counts; it must be over for {@link #OVER} before it counts no more.
     *
     * @param covered covered or dark
     * @param repeated the very same picture again and again
     * @param still nothing moves but noise
     */
    public record Times(Duration covered, Duration blurred, Duration repeated, Duration still, Duration moved) {

        public static final Duration OVER = Duration.ofSeconds(1);
    }
}
