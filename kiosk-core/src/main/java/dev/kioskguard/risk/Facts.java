package dev.kioskguard.risk;

import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.vision.Signal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a transfer is judged by.
 *
 * @param answers question id to choice id; the purpose stands under {@code purpose}, the last bait that was named,
 *     denied or not, under {@code bait}
 * @param signals what was seen at any time in this visit, also what has ended since
 */
public record Facts(TransferRequest request, Map<String, String> answers, Set<Signal> signals, Background background) {

    /** Begins the id of the question that asks whether a trick is happening; the rest of it names the trick. */
    public static final String SCAM_QUESTION = "scam.";

    public Facts {
        answers = Map.copyOf(answers);
        signals = Set.copyOf(signals);
    }

    boolean answered(String question, String... choices) {
        return Set.of(choices).contains(answers.getOrDefault(question, ""));
    }

    boolean happening() {
        return answers.entrySet().stream()
                .anyMatch(answer -> answer.getValue().equals("happening")
                        || (answer.getKey().startsWith(SCAM_QUESTION)
                                && answer.getValue().equals("yes")));
    }

    /**
     * What this machine remembers of the card, and what was looked up of the payee when the transfer was asked for.
     *
     * @param stopRemembered whether this card was stopped within the last day, here or at a neighbour
     * @param recentTransfers how many transfers were asked for with this card within the policy's window, this one
     *     included
     * @param earlierStop which stop it was, where a neighbour has told of it; no rule asks
     */
    public record Background(
            boolean stopRemembered,
            int recentTransfers,
            LookUp lookUp,
            @Nullable EarlierStop earlierStop) {
        public static final Background NOTHING = new Background(false, 0, LookUp.NOTHING);

        /** Of a card of which no neighbour has told anything. */
        public Background(boolean stopRemembered, int recentTransfers, LookUp lookUp) {
            this(stopRemembered, recentTransfers, lookUp, null);
        }
    }
}
