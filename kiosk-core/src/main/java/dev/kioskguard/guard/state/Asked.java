package dev.kioskguard.guard.state;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the customer was asked and has answered.
 *
 * @param answers question id to choice id; the purpose stands under {@link #PURPOSE}
 * @param bait the last bait answer, denied or not
 * @param baits how many bait answers were given
 * @param question the question now on the screen
 */
public record Asked(
        Map<String, String> answers,
        @Nullable String bait,
        int baits,
        @Nullable String question) {

    public static final String PURPOSE = "purpose";

    /** Under which the answer to a warning stands that asks for one. */
    public static final String WARNING = "warning";

    /** Under which the last bait stands, denied or not, where the answers are judged. */
    private static final String BAIT = "bait";

    public static final Asked NOTHING = new Asked(Map.of(), null, 0, null);

    public Asked {
        answers = Map.copyOf(answers);
    }

    public Asked with(String questionId, String choice) {
        var all = new LinkedHashMap<>(answers);
        all.put(questionId, choice);
        return new Asked(all, bait, baits, question);
    }

    /** Returns this with one more bait answer; the ordinary answers are asked anew after it. */
    public Asked baited(String choice) {
        return new Asked(Map.of(), choice, baits + 1, null);
    }

    public Asked asking(@Nullable String questionId) {
        return new Asked(answers, bait, baits, questionId);
    }

    /** Returns everything the customer has said, the bait among it, as it is judged. */
    public Map<String, String> said() {
        if (bait == null) {
            return answers;
        }
        var all = new LinkedHashMap<>(answers);
        all.put(BAIT, bait);
        return all;
    }

    public @Nullable String purpose() {
        return answers.get(PURPOSE);
    }

    @Override
    public String toString() {
        return "Asked[" + answers.size() + " answers, baits=" + baits + "]";
    }
}
