package dev.kioskguard.adapter.opencv.look;

import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Sighting.Scores;
import dev.kioskguard.vision.Signal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be asked of a labelled picture, and which labels mean yes. */
@SuppressWarnings("ImmutableEnumChecker") // its sets come from Set.of, and its functions keep nothing
public enum Question {
    CALL_AT_EAR(Set.of("call_ear", "call"), Set.of(), of(Scores::callAtEar), Signal.CALL_AT_EAR),
    /** In a call a phone is in a hand, too; such a picture answers nothing here. */
    PHONE_IN_HAND(
            Set.of("phone_hand"), Set.of("call_ear", "call", "paper"), of(Scores::phoneInHand), Signal.PHONE_IN_HAND),
    PAPER_NOTE(Set.of("paper"), Set.of("call_ear", "call", "phone_hand"), of(Scores::paperNote), Signal.PAPER_NOTE),
    READING_HELD(
            Set.of("phone_hand", "paper"),
            Set.of("call_ear", "call"),
            Question::held,
            Signal.READING_HELD,
            Signal.PHONE_IN_HAND,
            Signal.PAPER_NOTE),
    SECOND_PERSON(Set.of("two_people"), Set.of(), of(Scores::secondPerson), Signal.SECOND_PERSON),
    FACE_COVERED(Set.of("mask"), Set.of(), Question::covered, Signal.FACE_COVERED);

    /** From here on a score means yes; the weights are made so that this is where they should be cut. */
    public static final double YES_MIN = 0.5;

    private final Set<String> yes;
    private final Set<String> unanswered;
    private final Function<Sighting, @Nullable Double> score;
    private final Set<Signal> signals;

    Question(Set<String> yes, Set<String> unanswered, Function<Sighting, @Nullable Double> score, Signal... signals) {
        this.yes = yes;
        this.unanswered = unanswered;
        this.score = score;
        this.signals = Set.of(signals);
    }

    /** The right answer for what lies in a folder called {@code label}; nothing where it has none, or is in none. */
    public Optional<Boolean> truth(String label) {
        return label.isEmpty() || unanswered.contains(label) ? Optional.empty() : Optional.of(yes.contains(label));
    }

    /** The score, or 0 where it cannot be told. */
    public double score(Sighting sighting) {
        Double score = this.score.apply(sighting);
        return score == null ? 0 : score;
    }

    /** The signals of which any, held, means yes. */
    Set<Signal> signals() {
        return signals;
    }

    private static Function<Sighting, @Nullable Double> of(Function<Scores, @Nullable Double> score) {
        return sighting -> score.apply(sighting.scores());
    }

    private static @Nullable Double held(Sighting sighting) {
        Double phone = sighting.scores().phoneInHand();
        Double paper = sighting.scores().paperNote();
        if (phone == null || paper == null) {
            return phone;
        }
        return Math.max(phone, paper);
    }

    private static @Nullable Double covered(Sighting sighting) {
        Boolean covered = sighting.faceCovered();
        return covered == null ? null : covered ? 1.0 : 0.0;
    }
}
