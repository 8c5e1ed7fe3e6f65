package dev.kioskguard.vision.behaviour;

import dev.kioskguard.vision.behaviour.Stroke.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** People who key a number, made up and seeded: a median time between keys, its spread, and what they stop for. */
enum Typist {
    /** Knows it by heart. */
    FREE(0.35, 0.35),
    /** Looks at the paper for four to six digits, then at the keys. */
    COPYING(0.45, 0.30),
    /** Is told three or four, keys them, and waits for the next. */
    DICTATED(0.50, 0.30),
    /** Slow, at an even pace, with a thought now and then. */
    ELDER(1.30, 0.40);

    static final int DIGITS = 19; // of a bank account, the most that anybody keys

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final double betweenKeys;
    private final double spread;

    Typist(double betweenKeys, double spread) {
        this.betweenKeys = betweenKeys;
        this.spread = spread;
    }

    /** Returns the strokes of a number, and the confirmation after it. */
    List<Stroke> keys(long seed) {
        var chance = new Random(seed);
        var strokes = new ArrayList<Stroke>();
        Instant now = NOON;
        int left = group(chance);
        for (int i = 0; i < DIGITS; i++) {
            if (i > 0) {
                now = now.plusMillis(Math.round(1000 * (left == 0 ? stop(chance) : gap(chance))));
            }
            if (left == 0) {
                left = group(chance);
            }
            left--;
            strokes.add(new Stroke(now, Kind.DIGIT));
        }
        strokes.add(new Stroke(now.plusSeconds(2), Kind.CONFIRM));
        return strokes;
    }

    private int group(Random chance) {
        return switch (this) {
            case FREE -> 1 + chance.nextInt(12);
            case COPYING -> 4 + chance.nextInt(3);
            case DICTATED -> 3 + chance.nextInt(2);
            case ELDER -> 1 + chance.nextInt(10);
        };
    }

    private double stop(Random chance) {
        return switch (this) {
            case FREE -> spread(0.8, 0.5, chance);
            case COPYING -> spread(0.9, 0.35, chance);
            case DICTATED -> spread(2.6, 0.30, chance);
            case ELDER -> spread(3.0, 0.40, chance);
        };
    }

    private double gap(Random chance) {
        return spread(betweenKeys, spread, chance);
    }

    /** Log-normal, as times between keys are. */
    private static double spread(double median, double sigma, Random chance) {
        return median * Math.exp(sigma * chance.nextGaussian());
    }
}
