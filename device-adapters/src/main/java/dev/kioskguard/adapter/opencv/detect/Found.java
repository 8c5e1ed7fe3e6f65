package dev.kioskguard.adapter.opencv.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Something that a network has found somewhere, more or less surely. */
public interface Found {

    /** From 0 to 1. */
    double score();

    Box box();

    /** The surest of {@code all}, and of those that cover each other only the surer one; surest first. */
    static <F extends Found> List<F> surest(List<F> all, double overlapMax, int countMax) {
        List<F> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(F::score).reversed());
        List<F> kept = new ArrayList<>();
        for (F next : sorted) {
            if (kept.size() < countMax
                    && kept.stream().noneMatch(other -> other.box().overlap(next.box()) > overlapMax)) {
                kept.add(next);
            }
        }
        return kept;
    }
}
