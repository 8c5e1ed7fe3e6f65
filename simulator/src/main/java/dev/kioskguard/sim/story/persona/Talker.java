package dev.kioskguard.sim.story.persona;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/** A customer who reads each screen and then answers it in a way of their own. */
final class Talker implements Persona {

    private final Duration reading;
    private final BiFunction<String, Errand, String> words;

    /**
     * A customer who answers so.
     *
     * @param reading how long each screen is read after it may be answered
     * @param words what is answered to a question, {@code ask-purpose} among them
     */
    Talker(Duration reading, BiFunction<String, Errand, String> words) {
        this.reading = reading;
        this.words = words;
    }

    @Override
    public Optional<Act> consider(Look look, Errand errand) {
        return answer(look, errand, words).map(answer -> new Act(look.readyIn().plus(reading), answer));
    }

    /** Returns the honest answer to a screen; empty where it wants none. */
    static Optional<Answer> honest(Look look, Errand errand) {
        return answer(look, errand, Truth::of);
    }

    private static Optional<Answer> answer(Look look, Errand errand, BiFunction<String, Errand, String> words) {
        return switch (look.kind()) {
            case "ask-purpose", "ask" -> Optional.of(Answer.press(words.apply(look.name(), errand)));
            case "warning" -> Optional.of(Answer.press(look.offers("understood") ? "understood" : "not-happening"));
            case "reminder" -> Optional.of(Answer.press("understood"));
            case "confirm" -> Optional.of(Answer.press("confirm"));
            case "confirm-again", "comprehension" -> errand.right(look);
            default -> Optional.empty();
        };
    }
}
