package dev.kioskguard.vision.rule;

import static dev.kioskguard.vision.rule.Clip.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.vision.Sighting.Lens;
import dev.kioskguard.vision.Sighting.Scores;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Why a signal holds, as a manager reads it. */
class ReasonsTest {

    private static final Set<String> WORDS = ShippedContent.pack().words().reasons();

    @Test
    void everySignalOfTheCameraSaysWhyAndThePackHasTheWords() {
        Map<Signal, List<String>> why = new EnumMap<>(Signal.class);
        for (Clip clip : everything()) {
            clip.changes.stream()
                    .filter(SignalChange::holds)
                    .forEach(change -> why.put(change.signal(), change.reasons()));
        }

        assertThat(why.keySet())
                .containsExactly(Stream.of(Signal.values())
                        .filter(signal -> signal.compareTo(Signal.CAMERA_BLIND) <= 0)
                        .toArray(Signal[]::new));
        assertThat(why).allSatisfy((signal, reasons) -> {
            assertThat(reasons).as(signal.name()).isNotEmpty();
            assertThat(WORDS).as(signal.name()).containsAll(reasons).contains(signal.reason());
        });
    }

    @Test
    void everythingThatMakesACameraBlindHasWords() {
        for (Lens lens : List.of(
                new Lens(true, false, false, false),
                new Lens(false, true, false, false),
                new Lens(false, false, true, false),
                new Lens(false, false, false, true))) {
            assertThat(WORDS)
                    .containsAll(Clip.at(5).through(lens).shows(CALL, 4).last().reasons());
        }
        assertThat(WORDS).contains(Reasons.SLOW, Reasons.SILENT);
    }

    private static List<Clip> everything() {
        var away = Clip.at(5);
        for (int i = 0; i < 5; i++) {
            away.shows(new Scores(0.0, 0.0, 0.0, 0.0, 0.9, 0.0), 1.6).shows(Clip.NOTHING, 2);
        }
        return List.of(
                Clip.at(5).shows(CALL, 4),
                Clip.at(5).shows(held(0.9, 0.1), 6),
                Clip.at(5).shows(held(0.1, 0.9), 6),
                Clip.at(5).shows(held(0.9, 0.9), 6),
                away,
                Clip.at(5).shows(new Scores(0.0, 0.0, 0.0, 0.0, 0.0, 0.9), 5),
                Clip.at(5).covered(true).shows(Clip.NOTHING, 4),
                Clip.at(5).shows(Clip.NOTHING, 1).pauses(7));
    }

    private static Scores held(double phone, double paper) {
        return new Scores(0.0, phone, paper, 0.5, 0.0, 0.0);
    }
}
