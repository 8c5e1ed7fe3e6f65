package dev.kioskguard.risk;

import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.vision.Signal;
import java.util.Map;
import java.util.Set;

/**
 * Everything a transfer is judged by.
 *
 * @param answers question id to choice id; the purpose stands under {@code purpose}
 * @param signals what was seen at any time in this visit, also what has ended since
 * @param stopRemembered whether this card was stopped within the last day, here or at a neighbour
 */
public record Facts(TransferRequest request, Map<String, String> answers, Set<Signal> signals, boolean stopRemembered) {

    public Facts {
        answers = Map.copyOf(answers);
        signals = Set.copyOf(signals);
    }

    boolean answered(String question, String... choices) {
        return Set.of(choices).contains(answers.getOrDefault(question, ""));
    }
}
