package dev.kioskguard.adapter.opencv.detect;

import dev.kioskguard.adapter.opencv.infer.Inference;
import java.util.ArrayList;
import java.util.List;

/** Finds the palms of hands by the first of MediaPipe's two hand networks, on three grids of anchors. */
public final class Palms {
    public static final int PALMS_MAX = 6;

    private static final int SIDE = 256;
    private static final double LOGIT_MIN = Scan.logit(0.1);
    private static final double OVERLAP_MAX = 0.3;
    private static final int NUMBERS = 19; // a score, a box and seven points
    private static final int POINTS = 7;
    private static final List<Anchors> GRIDS = List.of(new Anchors(32, 2), new Anchors(16, 2), new Anchors(8, 6));

    private Palms() {}

    /** Looks for them with {@code network}, which the scan takes over. */
    public static Scan<List<Palm>> by(Inference network) {
        return Scan.fromMinusOneToOne(network, SIDE, Palms::in);
    }

    /** The palms in {@code square}, the surest first. */
    private static List<Palm> in(List<float[]> all, Square square) {
        float[] raw = all.get(0);
        List<Palm> palms = new ArrayList<>();
        int at = 0;
        for (Anchors grid : GRIDS) {
            for (int i = 0; i < grid.count(); i++, at += NUMBERS) {
                if (raw[at] >= LOGIT_MIN) {
                    palms.add(palm(Scan.sigmoid(raw[at]), raw, at, new Spot(grid.x(i), grid.y(i)), square));
                }
            }
        }
        return Found.surest(palms, OVERLAP_MAX, PALMS_MAX);
    }

    private static Palm palm(double score, float[] raw, int at, Spot anchor, Square square) {
        Box box = square.box(
                anchor.x() + raw[at + 1] / SIDE,
                anchor.y() + raw[at + 2] / SIDE,
                raw[at + 3] / SIDE,
                raw[at + 4] / SIDE);
        List<Spot> points = new ArrayList<>();
        for (int point = 0; point < POINTS; point++) {
            int from = at + 5 + 2 * point;
            points.add(square.spot(anchor.x() + raw[from] / SIDE, anchor.y() + raw[from + 1] / SIDE));
        }
        return new Palm(score, box, points);
    }
}
