package dev.kioskguard.guard.screen;

import dev.kioskguard.device.Key;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the customer is shown: which text with which facts in it, and what may be answered. The words come later.
 *
 * @param id new with every showing, so that an answer to what is no longer there can be told
 * @param question only where {@code kind} asks one
 * @param textId the text in the content pack
 * @param arguments what fills the placeholders of the text; personal, never logged
 * @param code four digits, for staff at the machine or to take a pause up again
 * @param look how it is composed, and what is told beside it
 */
public record Screen(
        String id,
        Kind kind,
        @Nullable String question,
        String textId,
        Map<String, String> arguments,
        List<Choice> choices,
        @Nullable Typed typed,
        @Nullable String code,
        Times times,
        Look look) {

    public Screen {
        arguments = Map.copyOf(arguments);
        choices = List.copyOf(choices);
    }

    public Optional<Choice> choice(String choiceId) {
        return choices.stream().filter(choice -> choice.id().equals(choiceId)).findFirst();
    }

    public Optional<Choice> choice(Key key) {
        return choices.stream().filter(choice -> choice.key() == key).findFirst();
    }

    /** Returns what a warning warns of, by the name of the kind of fraud or of the purpose; null of other screens. */
    public @Nullable String topic() {
        return kind == Kind.WARNING ? textId.substring(textId.indexOf('.') + 1) : null;
    }

    public Screen readyAt(Instant ready) {
        return new Screen(
                id,
                kind,
                question,
                textId,
                arguments,
                choices,
                typed,
                code,
                new Times(times.shown(), ready, times.expires(), times.slow(), times.extended()),
                look);
    }

    /** Returns this with a slower voice. */
    public Screen slower() {
        return new Screen(
                id,
                kind,
                question,
                textId,
                arguments,
                choices,
                typed,
                code,
                new Times(times.shown(), times.ready(), times.expires(), true, times.extended()),
                look);
    }

    /** Returns this telling of the camera too. */
    public Screen withCameraNotice() {
        var told = new Look(look.manner(), look.layout(), look.localCase(), true);
        return new Screen(id, kind, question, textId, arguments, choices, typed, code, times, told);
    }

    @Override
    public String toString() {
        return "Screen[" + id + ", " + kind + ", " + textId + "]";
    }

    /**
     * When a screen was shown, from when an answer is taken, and until when one is waited for.
     *
     * @param slow whether the voice is to be slower
     * @param extended how often the wait was extended at this stage
     */
    public record Times(Instant shown, Instant ready, Instant expires, boolean slow, int extended) {}

    /**
     * How a screen is composed.
     *
     * @param layout only of a warning
     * @param localCase the case of the content pack that is told beside a warning, where one fits
     * @param camera whether it tells of the camera, where there is one
     */
    public record Look(
            Manner manner,
            @Nullable Layout layout,
            @Nullable String localCase,
            boolean camera) {

        public static final Look ORDINARY = new Look(Manner.ORDINARY, null, null);

        public Look(Manner manner, @Nullable Layout layout, @Nullable String localCase) {
            this(manner, layout, localCase, false);
        }
    }

    /**
     * One answer that is offered.
     *
     * @param key the terminal key that means the same
     * @param textId its words in the content pack
     * @param literal what stands on it instead of words from the pack, such as a surname; personal
     */
    public record Choice(
            String id, Key key, String textId, @Nullable String literal) {

        public static Choice of(String id, Key key) {
            return new Choice(id, key, id, null);
        }

        @Override
        public String toString() {
            return "Choice[" + id + "]";
        }
    }

    /** What is to be typed, and how it is compared. */
    public enum Typed {
        AMOUNT("amount"),
        SURNAME("surname"),
        LAST_FOUR("last-four");

        private final String word;

        Typed(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** The kinds of screen that the contract names. */
    public enum Kind {
        IDLE("idle"),
        ASK_PURPOSE("ask-purpose"),
        ASK("ask"),
        WARNING("warning"),
        HANG_UP("hang-up"),
        REMINDER("reminder"),
        CONFIRM("confirm"),
        CONFIRM_AGAIN("confirm-again"),
        COMPREHENSION("comprehension"),
        HELD("held"),
        PAUSED("paused"),
        RESULT("result"),
        NOTICE("notice");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
