package dev.kioskguard.adapter.opencv.detect;

import dev.kioskguard.adapter.opencv.infer.Inference;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the body of the person nearest to the middle of a square by MoveNet: the middle that a map of middles tells, a
 * first guess of each joint from there, and for each the best place of its own map near that guess.
 */
public final class Poses {
    private static final int SIDE = 192;
    private static final int CELLS = 48;
    /** How far away a place may be before its score counts half, in cells. */
    private static final double NEARNESS = 1.8;

    private Poses() {}

    /** Looks for them with {@code network}, which the scan takes over. */
    public static Scan<Pose> by(Inference network) {
        return Scan.fromBytes(network, SIDE, Poses::in);
    }

    /** The body in {@code square}; where there is none, its joints have low scores. */
    private static Pose in(List<float[]> maps, Square square) {
        int middle = best(maps.get(0), 0, 1, CELLS / 2.0, CELLS / 2.0);
        List<Pose.Joint> joints = new ArrayList<>();
        for (int joint = 0; joint < Pose.JOINTS; joint++) {
            int guess = (middle * Pose.JOINTS + joint) * 2;
            double guessY = row(middle) + maps.get(2)[guess];
            double guessX = column(middle) + maps.get(2)[guess + 1];
            int place = best(maps.get(1), joint, Pose.JOINTS, guessY, guessX);
            int offset = (place * Pose.JOINTS + joint) * 2;
            double y = row(place) + maps.get(3)[offset];
            double x = column(place) + maps.get(3)[offset + 1];
            double score = Scan.sigmoid(maps.get(1)[place * Pose.JOINTS + joint]);
            joints.add(new Pose.Joint(score, square.spot(x / CELLS, y / CELLS)));
        }
        return new Pose(joints);
    }

    /** The cell of the map {@code channel} with the highest score for its distance from a place. */
    private static int best(float[] maps, int channel, int channels, double nearY, double nearX) {
        int best = 0;
        double bestScore = 0;
        for (int cell = 0; cell < CELLS * CELLS; cell++) {
            double down = row(cell) - nearY;
            double across = column(cell) - nearX;
            double distance = Math.sqrt(down * down + across * across); // hypot takes twice as long
            if (bestScore * (distance + NEARNESS) >= 1) {
                continue; // however sure the network is, it is too far away
            }
            double score = Scan.sigmoid(maps[cell * channels + channel]) / (distance + NEARNESS);
            if (score > bestScore) {
                best = cell;
                bestScore = score;
            }
        }
        return best;
    }

    private static int row(int cell) {
        return cell / CELLS;
    }

    private static int column(int cell) {
        return cell % CELLS;
    }
}
