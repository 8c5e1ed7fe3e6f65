package dev.kioskguard.adapter.opencv.health;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the pictures of one camera usually are, learned from those that it shows with a clear lens: its sharpness picture
 * by picture, its layout span by span, so that a camera that was turned is not learned before it is noticed.
 */
final class Usual {

    /** After so many pictures there is a usual sharpness to compare with. */
    private static final int PICTURES_MIN = 50;

    private static final double SHARPNESS_SHARE_MIN = 0.0002; // at 5 pictures a second half is forgotten in 12 minutes
    private static final double LAYOUT_SHARE_MAX = 0.3; // a span in the midst of which it was turned is half another
    private static final double LAYOUT_SHARE_MIN = 0.02;
    private static final double SHARP_ENOUGH = 0.5; // of the usual; what is softer is not learned from

    private final Duration span;
    private final double likenessMin;
    private double sharpness;
    private long pictures;
    private @Nullable Layout layout;
    private Layout lately = new Layout();
    private @Nullable Instant latelySince;
    private long spans;
    private boolean other;

    /**
     * Nothing is usual yet.
     *
     * @param span over which a layout is gathered
     * @param likenessMin a layout that is less like the usual one is another
     */
    Usual(Duration span, double likenessMin) {
        this.span = span;
        this.likenessMin = likenessMin;
    }

    /** Takes in a picture that a clear lens showed. */
    void learn(Instant at, Grey grey) {
        if (pictures < PICTURES_MIN || grey.sharpness() > sharpness * SHARP_ENOUGH) {
            pictures++;
            sharpness += (grey.sharpness() - sharpness) * Math.max(1.0 / pictures, SHARPNESS_SHARE_MIN);
        }
        Instant since = latelySince == null ? at : latelySince;
        latelySince = since;
        lately.add(grey);
        if (!at.isBefore(since.plus(span))) {
            compare();
            lately = new Layout();
            latelySince = null;
        }
    }

    private void compare() {
        Layout usual = layout == null ? lately : layout;
        layout = usual;
        spans++;
        other = usual.likeness(lately) < likenessMin;
        if (!other) {
            usual.blend(lately, Math.max(LAYOUT_SHARE_MAX / spans, LAYOUT_SHARE_MIN));
        }
    }

    /** Returns whether a picture has less than that share of the usual sharpness; never before that is known. */
    boolean isSofter(Grey grey, double share) {
        return pictures >= PICTURES_MIN && grey.sharpness() < sharpness * share;
    }

    /** Returns whether the last span showed another layout than usual. */
    boolean isOther() {
        return other;
    }

    /** Begins a span anew. */
    void pause() {
        lately = new Layout();
        latelySince = null;
    }
}
