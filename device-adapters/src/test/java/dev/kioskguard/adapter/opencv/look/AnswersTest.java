package dev.kioskguard.adapter.opencv.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Sighting.Lens;
import dev.kioskguard.vision.Sighting.Scores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final Answers answers = new Answers();

    @Test
    void whatCannotBeToldCountsAsNo() {
        add("call_ear", 0.9);
        add("call_ear", null);
        add("none", 0.1);
        add("none", 0.8);

        assertThat(answers.table())
                .contains("recall                             0.50 [0.09, 0.91] 1/2")
                .contains("false positives                    0.50 [0.09, 0.91] 1/2")
                .contains("precision                          0.50 [0.09, 0.91] 1/2")
                .contains("area under the curve               0.500")
                .contains("the same where a face is found     1.000")
                .contains("yes in none                        0.50");
    }

    @Test
    void aQuestionThatNoLabelAnswersWithYesIsNotAsked() {
        add("none", 0.1);

        assertThat(answers.table()).isEmpty();
    }

    @Test
    void theWorstErrorComesFirst() {
        add("none", 0.6);
        add("none", 0.95);
        add("call_ear", 0.7);

        assertThat(answers.wrong(Question.CALL_AT_EAR))
                .extracting(answer -> answer.sighting().scores().callAtEar())
                .containsExactly(0.95, 0.6);
    }

    @Test
    void aStreamHasNoLabelAndIsNotKept() {
        add("call_ear", 0.9);
        answers.add(new Place("loop:none/clip.gif", "", false), sighting(0.9));

        assertThat(answers.all()).hasSize(1);
        assertThat(answers.table()).contains("false positives                    -");
    }

    @Test
    void noMoreFramesAreKeptThanItSaysAndTheTableTellsOfTheOthers() {
        Sighting seen = sighting(0.9);
        var place = new Place("call_ear/long.mkv", "call_ear", false);
        for (int i = 0; i < Answers.FRAMES_MAX; i++) {
            answers.add(place, seen);
        }
        assertThat(answers.table()).as("control").doesNotContain("not compared");
        answers.add(place, seen);
        answers.add(place, seen);

        assertThat(answers.all()).hasSize(Answers.FRAMES_MAX);
        assertThat(answers.table()).contains("of the first 100000 labelled frames; 2 more were not compared");
    }

    private void add(String label, @Nullable Double call) {
        answers.add(new Place(label + "/a.jpg", label, true), sighting(call));
    }

    private static Sighting sighting(@Nullable Double call) {
        var scores = new Scores(call, null, null, null, null, null);
        return new Sighting(
                0, Instant.EPOCH, 1, call == null ? 0 : 1, null, scores, Lens.CLEAR, List.of(), Duration.ZERO);
    }
}
