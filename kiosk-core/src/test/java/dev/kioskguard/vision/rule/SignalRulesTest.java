package dev.kioskguard.vision.rule;

import static dev.kioskguard.vision.rule.Clip.CALL;
import static dev.kioskguard.vision.rule.Clip.NOON;
import static dev.kioskguard.vision.rule.Clip.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Sighting.Lens;
import dev.kioskguard.vision.Sighting.Scores;
import dev.kioskguard.vision.Sighting.Term;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalRulesTest {

    private static final Scores UNKNOWN = Scores.UNKNOWN;

    @ParameterizedTest
    @ValueSource(doubles = {2, 3, 5, 10, 14, 25})
    void aCallIsToldWithinFourSecondsAtEveryRate(double rate) {
        var clip = Clip.at(rate).shows(NOTHING, 4).shows(CALL, 8).shows(NOTHING, 6);

        assertThat(clip.events()).containsExactly("+CALL_AT_EAR", "-CALL_AT_EAR");
        assertThat(clip.told(Signal.CALL_AT_EAR)).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(8));
        // The frame at four seconds is the first that shows the call, and since tells so.
        assertThat(Duration.between(NOON.plusSeconds(4), clip.last().since()).abs())
                .isLessThan(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 3, 5, 10, 14, 25})
    void aTouchOfTheEarOfTwoSecondsIsNoCallAtAnyRate(double rate) {
        var clip = Clip.at(rate).shows(NOTHING, 3).shows(CALL, 2).shows(NOTHING, 10);

        assertThat(clip.changes).isEmpty();
        assertThat(Clip.at(rate)
                        .shows(NOTHING, 3)
                        .shows(CALL, 3.5)
                        .shows(NOTHING, 10)
                        .events())
                .as("control: one that lasts longer is")
                .contains("+CALL_AT_EAR");
    }

    @Test
    void aCallThatFlickersStaysOneEvent() {
        for (long seed = 1; seed <= 100; seed++) {
            var chance = new Random(seed);
            var clip = Clip.at(5)
                    .shows(CALL, 4)
                    .shows(i -> chance.nextDouble() < 0.75 ? CALL : NOTHING, 20)
                    .shows(NOTHING, 5);

            assertThat(clip.events()).as("seed " + seed).containsExactly("+CALL_AT_EAR", "-CALL_AT_EAR");
        }
    }

    @Test
    void aHandThatPassesTheHeadNowAndThenIsNoCall() {
        for (long seed = 1; seed <= 100; seed++) {
            var chance = new Random(seed);
            // Two seconds at most at the head, and as long away from it again.
            var clip = Clip.at(5);
            for (int i = 0; i < 10; i++) {
                clip.shows(CALL, 0.2 + 1.8 * chance.nextDouble()).shows(NOTHING, 2 + chance.nextDouble());
            }

            assertThat(clip.changes).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void aHandAtTheHeadIsNoEvidenceUntilAPhoneIsSeenOrSixSecondsHavePassed() {
        var soft = Clip.at(5).shows(CALL, 4);
        assertThat(soft.last().isEvident()).isFalse();
        assertThat(soft.last().reasons()).containsExactly("hand-at-head");

        var phone = Clip.at(5).with(new Term(SignalRules.PHONE_AT_HEAD, 0.4)).shows(CALL, 4);
        assertThat(phone.last().isEvident()).isTrue();
        assertThat(phone.last().reasons()).containsExactly("phone-at-head");

        var lasting = Clip.at(5).shows(CALL, 7);
        assertThat(lasting.events()).containsExactly("+CALL_AT_EAR");
        assertThat(lasting.last().isEvident()).isTrue();
        assertThat(lasting.last().reasons()).containsExactly("at-head-long");
        assertThat(lasting.last().since()).isEqualTo(NOON);
    }

    @Test
    void anotherFaceBeginsAnew() {
        var clip = Clip.at(5).face(1).shows(CALL, 2).face(2).shows(CALL, 2);
        assertThat(clip.changes).isEmpty();

        var held = Clip.at(5).face(1).shows(CALL, 4).face(2).shows(NOTHING, 1);
        assertThat(held.events()).containsExactly("+CALL_AT_EAR", "-CALL_AT_EAR");
        assertThat(held.last().reasons()).containsExactly("another-face");
    }

    @Test
    void aFaceThatTurnsAwayKeepsItsCallForAWhileAndNotForEver() {
        var turned = Clip.at(5).shows(CALL, 4).face(0).shows(UNKNOWN, 8).face(1).shows(CALL, 4);
        assertThat(turned.events()).containsExactly("+CALL_AT_EAR");

        var gone = Clip.at(5).shows(CALL, 4).face(0).shows(UNKNOWN, 12);
        assertThat(gone.events()).containsExactly("+CALL_AT_EAR", "-CALL_AT_EAR");
        assertThat(gone.last().reasons()).containsExactly("cannot-tell");
    }

    @Test
    void whatCannotBeToldIsNeitherSafeNorGuilty() {
        assertThat(Clip.at(5).shows(UNKNOWN, 60).changes).isEmpty();
        // A half that cannot tell does not make the rest a call.
        assertThat(Clip.at(5).shows(i -> i % 2 == 0 ? CALL : UNKNOWN, 20).changes)
                .isEmpty();
        // And does not end one either, as long as what can be told speaks for it.
        assertThat(Clip.at(5)
                        .shows(CALL, 4)
                        .shows(i -> i % 3 == 0 ? CALL : UNKNOWN, 20)
                        .events())
                .containsExactly("+CALL_AT_EAR");
    }

    @Test
    void phoneAndPaperAreNamedOnlyWhereTheyCanBeToldApart() {
        assertThat(held(0.9, 0.2)).containsExactly("+PHONE_IN_HAND");
        assertThat(held(0.1, 0.8)).containsExactly("+PAPER_NOTE");
        assertThat(held(0.9, 0.7)).containsExactly("+READING_HELD");
        assertThat(held(0.9, null)).containsExactly("+READING_HELD");
        assertThat(held(0.3, 0.3)).isEmpty();
    }

    private static List<String> held(Double phone, Double paper) {
        return Clip.at(5)
                .shows(NOTHING, 2)
                .shows(new Scores(0.0, phone, paper, 0.5, 0.0, 0.0), 6)
                .events();
    }

    @Test
    void lookingAwayOnceIsNotOftenHoweverLongItLasts() {
        Scores away = new Scores(0.0, 0.0, 0.0, 0.0, 0.9, 0.0);

        assertThat(Clip.at(5).shows(NOTHING, 5).shows(away, 12).shows(NOTHING, 20).changes)
                .isEmpty();
        var often = Clip.at(5);
        IntStream.range(0, 5).forEach(i -> often.shows(away, 1.6).shows(NOTHING, 2));
        assertThat(often.events()).containsExactly("+LOOKING_AWAY_OFTEN");
    }

    @Test
    void somebodyWhoPassesIsNoSecondPerson() {
        Scores two = new Scores(0.0, 0.0, 0.0, 0.0, 0.0, 0.9);

        assertThat(Clip.at(5).shows(NOTHING, 3).shows(two, 1).shows(NOTHING, 5).changes)
                .isEmpty();
        assertThat(Clip.at(5).shows(NOTHING, 3).shows(two, 5).shows(NOTHING, 5).events())
                .containsExactly("+SECOND_PERSON", "-SECOND_PERSON");
    }

    @Test
    void aGapBetweenFramesNeitherBeginsNorEndsAnything() {
        assertThat(Clip.at(5).shows(CALL, 1).pauses(2.4).shows(CALL, 1).changes).isEmpty();
        assertThat(Clip.at(5).shows(CALL, 4).pauses(2.8).shows(CALL, 2).events())
                .containsExactly("+CALL_AT_EAR");
        assertThat(Clip.at(5).shows(NOTHING, 4).pauses(3.9).shows(NOTHING, 9).changes)
                .as("one that is long is no slow camera")
                .isEmpty();
    }

    @Test
    void whenLookingIsOverEverythingHasEnded() {
        var clip = Clip.at(5).shows(new Scores(0.9, 0.9, 0.1, 0.0, 0.0, 0.9), 5).ends();

        assertThat(clip.events())
                .containsExactlyInAnyOrder(
                        "+CALL_AT_EAR",
                        "+PHONE_IN_HAND",
                        "+SECOND_PERSON",
                        "-CALL_AT_EAR",
                        "-PHONE_IN_HAND",
                        "-SECOND_PERSON");
    }

    @Test
    void whateverIsSeenEverySignalBeginsBeforeItEndsAndNoneIsLeft() {
        for (long seed = 1; seed <= 30; seed++) {
            var chance = new Random(seed);
            var clip = Clip.at(1 + chance.nextInt(25));
            for (int i = 0; i < 12; i++) {
                clip.face(chance.nextInt(3))
                        .through(new Lens(chance.nextInt(6) == 0, false, false, false))
                        .shows(n -> any(chance), 4 * chance.nextDouble())
                        .pauses(chance.nextInt(5) == 0 ? 6 * chance.nextDouble() : 0);
            }
            clip.ends();
            var holding = new HashSet<Signal>();
            for (SignalChange change : clip.changes) {
                if (change.holds()) {
                    holding.add(change.signal());
                } else {
                    assertThat(holding.remove(change.signal()))
                            .as("seed " + seed)
                            .isTrue();
                }
                assertThat(change.since()).isBetween(NOON, NOON.plusSeconds(120));
            }
            assertThat(holding).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void noClipShorterThanItsRuleAsksRaisesASignal() {
        for (int millis = 200; millis <= 4_000; millis += 200) {
            boolean raised = !Clip.at(5).shows(CALL, millis / 1000.0).changes.isEmpty();
            int frames = millis / 200;

            assertThat(SignalRules.canRaise(Signal.CALL_AT_EAR, frames, Duration.ofMillis(200L * (frames - 1))))
                    .as(millis + " ms")
                    .isEqualTo(raised);
        }
        assertThat(SignalRules.canRaise(Signal.HESITATION, 1_000, Duration.ofHours(1)))
                .as("no camera sees that")
                .isFalse();
    }

    @Test
    void aFrameThatComesOutOfOrderSaysNothing() {
        var rules = SignalRules.START;
        var now = new Sighting(7, NOON, 1, 1, null, CALL, Lens.CLEAR, List.of(), Duration.ZERO);
        var early = new Sighting(8, NOON.minusSeconds(9), 1, 1, null, CALL, Lens.CLEAR, List.of(), Duration.ZERO);

        SignalRules after = rules.seen(now).next();

        assertThat(after.seen(early).next()).isSameAs(after);
    }

    private static Scores any(Random chance) {
        return new Scores(score(chance), score(chance), score(chance), score(chance), score(chance), score(chance));
    }

    private static Double score(Random chance) {
        return chance.nextInt(5) == 0 ? null : Double.valueOf(Math.sqrt(chance.nextDouble()));
    }
}
