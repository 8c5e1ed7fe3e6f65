package dev.kioskguard.sim.story.persona;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sees on the screen.
 *
 * @param question only where the screen asks one
 * @param topic what a warning warns of, by the name of the kind of fraud or the purpose
 * @param typed what is to be typed, by the contract's word; null where nothing is
 * @param readyIn until an answer is taken; zero from then on
 */
public record Look(
        String screenId,
        String kind,
        @Nullable String question,
        @Nullable String topic,
        List<Choice> choices,
        @Nullable String typed,
        Duration readyIn) {

    /** The choices that are taken at any time. */
    public static final Set<String> AT_ANY_TIME = Set.of("help", "stop");

    private static final Set<String> BESIDE_THE_QUESTION = Set.of("help", "stop", "repeat", "slower", "pause");

    /** True answers that do not go on with the transfer. */
    private static final Set<String> NOT_GOING_ON = Set.of("happening", "not-yet", "wrong", "cheated");

    public Look {
        choices = List.copyOf(choices);
    }

    /**
     * One answer that is offered.
     *
     * @param means a text of the content pack by its id, or the literal words where it has some of its own
     */
    public record Choice(String id, String means) {}

    public boolean offers(String choice) {
        return choices.stream().anyMatch(offered -> offered.id().equals(choice));
    }

    /** Returns the answers to what is asked, without those that every screen offers. */
    public List<Choice> answers() {
        return choices.stream()
                .filter(choice -> !BESIDE_THE_QUESTION.contains(choice.id()))
                .toList();
    }

    /** Returns those answers that go on with the transfer. */
    public List<Choice> goingOn() {
        return answers().stream()
                .filter(choice -> !NOT_GOING_ON.contains(choice.id()))
                .toList();
    }

    /** Returns the choice that means this, whatever its id on this screen. */
    public Optional<String> meaning(String means) {
        return choices.stream()
                .filter(choice -> choice.means().equals(means))
                .map(Choice::id)
                .findFirst();
    }

    /** Returns whether this is the screen of that kind, or the one that asks that question. */
    public boolean is(String kindOrQuestion) {
        return kind.equals(kindOrQuestion) || kindOrQuestion.equals(question);
    }

    /** Returns the question, or the kind of screen where none is asked. */
    public String name() {
        return question == null ? kind : question;
    }

    @Override
    public String toString() {
        return "Look[" + screenId + ", " + name() + "]";
    }
}
