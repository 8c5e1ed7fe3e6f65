package dev.kioskguard.vision.rule;

import dev.kioskguard.vision.Sighting.Lens;
import java.util.List;
import java.util.Optional;

/** What a manager is told of why a signal holds, beside its name: codes that have words in the pack. */
final class Reasons {

    /** Why a camera is blind that gives too few frames, and one that gives none. */
    static final String SLOW = "camera-slow";

    static final String SILENT = "camera-silent";

    private Reasons() {}

    /** Returns why a signal holds now. */
    static List<String> of(Rule rule, Window window, Holding holding) {
        return switch (rule) {
            case CALL ->
                List.of(holding.named() ? "phone-at-head" : holding.isLong() ? "at-head-long" : "hand-at-head");
            case HELD -> List.of(held(holding));
            case LOOKING_AWAY -> List.of("away-three-times");
            case SECOND_PERSON -> List.of("second-stays");
            case FACE_COVERED -> List.of("mouth-unlike-brow");
            case CAMERA_BLIND -> newest(window).map(List::of).orElse(holding.reasons());
        };
    }

    private static String held(Holding holding) {
        return switch (holding.signal()) {
            case PHONE_IN_HAND -> "phone-near-hand";
            case PAPER_NOTE -> "paper-near-hand";
            default -> "phone-or-paper";
        };
    }

    /** Between two frames of a slow camera it is silent, which is no other trouble. */
    private static Optional<String> newest(Window window) {
        List<String> all = window.marks().stream()
                .map(Mark::reason)
                .filter(reason -> !reason.isEmpty())
                .toList();
        Optional<String> last = all.stream().reduce((one, next) -> next);
        return last.map(reason -> reason.equals(SILENT) && all.contains(SLOW) ? SLOW : reason);
    }

    /** Returns what is wrong with a lens. What is dark shows nothing either; that it is dark says more. */
    static String of(Lens lens) {
        if (lens.dark()) {
            return "camera-dark";
        }
        if (lens.covered()) {
            return "camera-covered";
        }
        return lens.frozen() ? "camera-frozen" : "camera-blurred";
    }
}
