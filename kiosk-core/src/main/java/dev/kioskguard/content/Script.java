package dev.kioskguard.content;

import java.util.List;

/**
 * What is asked and warned of: the purposes of the first screen, the baits among its answers, the questions in their
 * order, the kinds of fraud and what has happened near by.
 *
 * @param purposes ordinary purposes of a transfer
 * @param baits purposes that no honest transfer has, such as collecting a refund
 * @param questions in the order in which the policy may ask them
 */
public record Script(
        List<String> purposes, List<String> baits, List<Question> questions, List<Scam> scams, List<LocalCase> cases) {

    public Script {
        purposes = List.copyOf(purposes);
        baits = List.copyOf(baits);
        questions = List.copyOf(questions);
        scams = List.copyOf(scams);
        cases = List.copyOf(cases);
    }

    /**
     * Returns the question of that id.
     *
     * @throws IllegalArgumentException naming the id, when there is none
     */
    public Question question(String id) {
        return questions.stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("script.yaml has no question '" + id + "'"));
    }
}
