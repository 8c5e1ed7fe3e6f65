package dev.kioskguard.app.draft;

import dev.kioskguard.app.record.Replay;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.table.Turn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A customer's answer as a story tells it; to a text that changes it is right or mistaken, whatever it said. */
final class AnswerStep {

    private static final Set<Screen.Kind> CHANGING = Set.of(Screen.Kind.CONFIRM_AGAIN, Screen.Kind.COMPREHENSION);

    private AnswerStep() {}

    /**
     * Returns what stands behind {@code answer:}.
     *
     * @param choice empty where it was typed
     */
    static Map<String, Object> of(Replay.Step step, Screen screen, Optional<Screen.Choice> choice) {
        boolean mistaken = turned(step, List.of(Turn.MISTAKEN, Turn.MISTAKEN_TWICE));
        boolean right = turned(step, List.of(Turn.CONFIRMED_AGAIN, Turn.UNDERSTOOD));
        boolean changing = CHANGING.contains(screen.kind()) && (mistaken || right);
        var answer = new LinkedHashMap<String, Object>();
        if (screen.question() != null && screen.kind() == Screen.Kind.ASK) {
            answer.put("question", screen.question());
        } else {
            answer.put("kind", screen.kind().word());
        }
        String verdict = mistaken ? "mistaken" : "right";
        if (choice.isEmpty()) {
            answer.put("text", verdict);
        } else {
            answer.put("choice", changing ? verdict : choice.get().id());
        }
        return answer;
    }

    private static boolean turned(Replay.Step step, List<Turn> turns) {
        return step.decision().moves().stream().anyMatch(move -> turns.contains(move.turn()));
    }
}
