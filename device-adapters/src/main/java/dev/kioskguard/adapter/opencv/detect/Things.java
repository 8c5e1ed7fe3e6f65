package dev.kioskguard.adapter.opencv.detect;

import dev.kioskguard.adapter.opencv.detect.Thing.Kind;
import dev.kioskguard.adapter.opencv.infer.Inference;
import java.util.ArrayList;
import java.util.List;

/** Finds things of the kinds that matter by SSDLite: raw scores, and boxes as steps away from anchors. */
public final class Things {
    public static final int THINGS_MAX = 16;

    private static final int SIDE = 300;
    private static final double LOGIT_MIN = Scan.logit(0.05);
    private static final double OVERLAP_MAX = 0.5;
    private static final int CLASSES = 91;
    private static final double STEP_OF_PLACE = 10;
    private static final double STEP_OF_SIZE = 5;

    private Things() {}

    /** Looks for them with {@code network}, which the scan takes over. */
    public static Scan<List<Thing>> by(Inference network) {
        return Scan.fromMinusOneToOne(network, SIDE, Things::in);
    }

    /** The things in {@code square}, the surest first. */
    private static List<Thing> in(List<float[]> raw, Square square) {
        float[] scores = raw.get(0);
        List<Thing> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Thing> ofKind = new ArrayList<>();
            for (int anchor = 0; anchor < scores.length / CLASSES; anchor++) {
                float logit = scores[anchor * CLASSES + kind.number()];
                if (logit >= LOGIT_MIN) {
                    ofKind.add(new Thing(kind, Scan.sigmoid(logit), box(raw.get(1), raw.get(2), anchor * 4, square)));
                }
            }
            found.addAll(Found.surest(ofKind, OVERLAP_MAX, THINGS_MAX));
        }
        return found;
    }

    /** The box {@code at} these numbers: top, left, bottom and right of its anchor, and steps from there. */
    private static Box box(float[] steps, float[] anchors, int at, Square square) {
        double high = anchors[at + 2] - anchors[at];
        double wide = anchors[at + 3] - anchors[at + 1];
        double y = anchors[at] + high / 2 + steps[at] / STEP_OF_PLACE * high;
        double x = anchors[at + 1] + wide / 2 + steps[at + 1] / STEP_OF_PLACE * wide;
        return square.box(
                x, y, Math.exp(steps[at + 3] / STEP_OF_SIZE) * wide, Math.exp(steps[at + 2] / STEP_OF_SIZE) * high);
    }
}
