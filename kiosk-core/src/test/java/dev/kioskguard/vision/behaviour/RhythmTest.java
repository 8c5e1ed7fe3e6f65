package dev.kioskguard.vision.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import dev.kioskguard.vision.behaviour.Stroke.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How well made-up typists are told apart. The bounds of {@link Rhythm} were chosen on the seeds from 10,001 on; what
 * is counted here are the seeds from 1 on. They say nothing of people: nobody has measured those.
 */
class RhythmTest {

    private static final int TYPISTS = 1000;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void mostWhoAreDictatedToAreFoundAndHardlyAnybodyElse() {
        assertThat(found(Typist.DICTATED, Rhythm::dictated)).isBetween(850L, 1000L);
        assertThat(found(Typist.FREE, Rhythm::dictated)).isLessThanOrEqualTo(2);
        assertThat(found(Typist.COPYING, Rhythm::dictated)).isLessThanOrEqualTo(10);
        assertThat(found(Typist.ELDER, Rhythm::dictated)).isLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(Typist.class)
    void nobodyWhoOnlyKeysANumberHesitatesCorrectsOrRushes(Typist typist) {
        assertThat(found(typist, Rhythm::hesitating)).isLessThanOrEqualTo(5);
        assertThat(found(typist, Rhythm::correcting)).isZero();
        assertThat(found(typist, Rhythm::confirmingFast)).isZero();
    }

    private static long found(Typist typist, ToDoubleFunction<List<Stroke>> rhythm) {
        return LongStream.rangeClosed(1, TYPISTS)
                .filter(seed -> rhythm.applyAsDouble(typist.keys(seed)) > 0)
                .count();
    }

    @Test
    void stopsAreLongOnlyBesideOnesOwnPace() {
        var quick = strokes(Kind.DIGIT, 0.4, 0.4, 8, 0.4, 9, 0.4, 0.4, 8);
        var slow = strokes(Kind.DIGIT, 4, 5, 8, 4, 9, 4, 5, 8);

        assertThat(Rhythm.hesitating(quick)).isPositive();
        assertThat(Rhythm.hesitating(slow)).isZero();
    }

    @Test
    void takingBackAgainAndAgainIsCountedAndHoldingClearIsOnce() {
        var strokes = new ArrayList<Stroke>();
        for (int i = 0; i < 3; i++) {
            strokes.add(new Stroke(NOON.plusSeconds(3L * i), Kind.DIGIT));
            strokes.add(new Stroke(NOON.plusSeconds(3L * i + 1), Kind.CORRECTION));
        }
        assertThat(Rhythm.correcting(strokes)).isPositive();
        assertThat(Rhythm.correcting(strokes.subList(0, 4))).isZero();

        assertThat(Rhythm.correcting(strokes(Kind.CORRECTION, 0.3, 0.3, 0.3, 0.3, 0.3)))
                .isZero();
    }

    @Test
    void yesPressedFasterThanAnythingCanBeReadIsToldAndOneYesAScreenIsNot() {
        assertThat(Rhythm.confirmingFast(strokes(Kind.CONFIRM, 0.3, 0.4, 0.3))).isPositive();
        assertThat(Rhythm.confirmingFast(strokes(Kind.CONFIRM, 2.1, 2.1, 2.1, 2.1, 2.1)))
                .isZero();
    }

    @Test
    void aSignalBeginsOnceAndHoldsUntilTheVisitIsOver() {
        var changes = new ArrayList<SignalChange>();
        Behaviour behaviour = Behaviour.START;
        for (int i = 0; i < 3; i++) {
            for (Stroke stroke : Typist.DICTATED.keys(3)) {
                var step = behaviour.after(new Stroke(stroke.at().plusSeconds(60L * i), stroke.kind()));
                changes.addAll(step.changes());
                behaviour = step.next();
            }
        }
        changes.addAll(behaviour.over().changes());

        assertThat(changes).extracting(SignalChange::signal).containsOnly(Signal.DICTATED_KEYING);
        assertThat(changes).extracting(SignalChange::holds).containsExactly(true, false);
        assertThat(changes.get(0).reasons()).containsExactly("groups-with-waits");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"DICTATED.*", "HESI.*", "CORR.*", "LANG.*", "FAST.*"})
    void whyASignalHoldsHasWordsInThePack(Signal signal) {
        assertThat(ShippedContent.pack().words().reasons()).contains(signal.reason(), Behaviour.because(signal));
    }

    @Test
    void aLanguageThatIsChangedHalfWayIsToldAndTheFirstOneIsNot() {
        var first = Behaviour.START.speaking("en", NOON);
        assertThat(first.changes()).isEmpty();
        assertThat(first.next().speaking("en", NOON).changes()).isEmpty();

        var switched = Behaviour.START.speaking("zh-CN", NOON).next().speaking("en", NOON.plusSeconds(60));
        assertThat(switched.changes()).extracting(SignalChange::signal).containsExactly(Signal.LANGUAGE_SWITCH);
        assertThat(switched.changes().get(0).reasons()).containsExactly("another-language");
    }

    private static List<Stroke> strokes(Kind kind, double... gaps) {
        var strokes = new ArrayList<Stroke>();
        Instant now = NOON;
        strokes.add(new Stroke(now, kind));
        for (double gap : gaps) {
            now = now.plusMillis(Math.round(1000 * gap));
            strokes.add(new Stroke(now, kind));
        }
        return strokes;
    }
}
