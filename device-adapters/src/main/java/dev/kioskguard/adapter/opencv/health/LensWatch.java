package dev.kioskguard.adapter.opencv.health;

import dev.kioskguard.vision.Sighting.Lens;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a camera, from the numbers of its pictures one after another. Pure but for its memory: the same
 * pictures at the same times say the same. For one thread.
 *
 * <p>Blurred and moved are told against what this camera usually shows, learned while its lens is clear.
 */
public final class LensWatch {

    private final LensRules rules;
    private final Lasting covered;
    private final Lasting dark;
    private final Lasting blurred;
    private final Lasting repeated;
    private final Usual usual;
    private @Nullable Grey before;
    private @Nullable Grey stillAs;
    private @Nullable Instant stillSince;

    public LensWatch(LensRules rules) {
        this.rules = rules;
        LensRules.Times times = rules.times();
        covered = new Lasting(times.covered(), LensRules.Times.OVER);
        dark = new Lasting(times.covered(), LensRules.Times.OVER);
        blurred = new Lasting(times.blurred(), LensRules.Times.OVER);
        repeated = new Lasting(times.repeated(), LensRules.Times.OVER);
        usual = new Usual(times.moved(), rules.movedLikeness());
    }

    /** Returns what is wrong with a camera that gave one picture: covered or dark is all that can be told by it. */
    public static Lens once(LensRules rules, Grey grey) {
        return new Lens(rules.isFlat(grey), rules.isUnlit(grey), false, false);
    }

    /** Takes in the next picture and returns what is wrong as of now. */
    public Lens look(Instant at, Grey grey) {
        boolean flat = rules.isFlat(grey);
        boolean unlit = rules.isUnlit(grey);
        boolean soft = !flat && !unlit && usual.isSofter(grey, rules.blurredShare());
        boolean same = before != null && before.checksum() == grey.checksum();
        before = grey;
        boolean still = isStill(at, grey);
        boolean frozen = repeated.at(at, same) || still;
        var lens = new Lens(covered.at(at, flat), dark.at(at, unlit), blurred.at(at, soft), frozen);
        if (!flat && !unlit && lens.sees()) {
            usual.learn(at, grey);
        }
        return lens;
    }

    /** Returns whether the camera points somewhere else than it did while its usual picture was learned. */
    public boolean hasMoved() {
        return usual.isOther();
    }

    /** Begins anew after a pause: what was before it says nothing about how long something has lasted. */
    public void resume() {
        before = null;
        stillAs = null;
        stillSince = null;
        usual.pause();
        List.of(covered, dark, blurred, repeated).forEach(Lasting::pause);
    }

    /** Returns whether nothing but noise has moved for long. */
    private boolean isStill(Instant at, Grey grey) {
        if (stillAs == null || stillSince == null || grey.motionSince(stillAs) > rules.stillLevels()) {
            stillAs = grey;
            stillSince = at;
        }
        return !at.isBefore(stillSince.plus(rules.times().still()));
    }
}
