package dev.kioskguard.adapter.opencv.detect;

import dev.kioskguard.adapter.opencv.infer.Inference;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds faces by BlazeFace: a coarse and a finer grid of anchors, each saying how likely a face is there, where its box
 * is, and six points.
 */
public final class Faces {
    public static final int FACES_MAX = 8;

    private static final int SIDE = 256;
    private static final double LOGIT_MIN = Scan.logit(0.4);
    private static final double OVERLAP_MAX = 0.3;
    private static final int NUMBERS = 16; // a box and six points
    private static final int POINTS = 6;

    private Faces() {}

    /** Looks for them with {@code network}, which the scan takes over. */
    public static Scan<List<Face>> by(Inference network) {
        return Scan.fromMinusOneToOne(network, SIDE, Faces::in);
    }

    /** The faces in {@code square}, the surest first. */
    private static List<Face> in(List<float[]> raw, Square square) {
        List<Face> faces = new ArrayList<>();
        collect(raw.get(0), raw.get(1), new Anchors(16, 2), square, faces);
        collect(raw.get(2), raw.get(3), new Anchors(8, 6), square, faces);
        return Found.surest(faces, OVERLAP_MAX, FACES_MAX);
    }

    private static void collect(float[] scores, float[] numbers, Anchors anchors, Square square, List<Face> to) {
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] < LOGIT_MIN) {
                continue;
            }
            int at = i * NUMBERS;
            double x = anchors.x(i);
            double y = anchors.y(i);
            Box box = square.box(
                    x + numbers[at] / SIDE, y + numbers[at + 1] / SIDE, numbers[at + 2] / SIDE, numbers[at + 3] / SIDE);
            List<Spot> points = new ArrayList<>();
            for (int point = 0; point < POINTS; point++) {
                int from = at + 4 + 2 * point;
                points.add(square.spot(x + numbers[from] / SIDE, y + numbers[from + 1] / SIDE));
            }
            to.add(new Face(Scan.sigmoid(scores[i]), box, points));
        }
    }
}
