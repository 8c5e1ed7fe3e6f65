package dev.kioskguard.adapter.opencv.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Sighting.Lens;
import dev.kioskguard.vision.Signal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventsTest {
    private final Events events = new Events();

    @Test
    void clipsAreCountedByLabelWithTheTimeUntilTheyTell() {
        clip("call", "one.mkv");
        clip("call", "two.mkv");
        clip("none", "three.mkv");
        raised("call", "one.mkv", Signal.CALL_AT_EAR, 3);
        raised("call", "one.mkv", Signal.CALL_AT_EAR, 9);
        raised("none", "three.mkv", Signal.SECOND_PERSON, 2);

        assertThat(events.table())
                .contains("CALL_AT_EAR, clips that raise it")
                .contains(
                        "right in call                      0.50 [0.09, 0.91] 1/2, after 3.0 s (median), 3.0 s at most")
                .contains("wrong in none                      0.00")
                .doesNotContain("SECOND_PERSON");
    }

    @Test
    void anyOfTheThreeIsSomethingThatIsRead() {
        clip("paper", "one.mkv");
        raised("paper", "one.mkv", Signal.PHONE_IN_HAND, 4);

        assertThat(events.table()).contains("right in paper                     1.00");
    }

    @Test
    void aClipTooShortToRaiseASignalIsCountedApart() {
        clip("none", "long.mkv");
        frames("none", "short.mkv", 11);
        frames("none", "just.mkv", 12);
        clip("call", "one.mkv");
        raised("call", "one.mkv", Signal.CALL_AT_EAR, 3);

        assertThat(events.table()).contains("wrong in none                      0.00 [0.00, 0.66] 0/2, 1 too short");
    }

    @Test
    void whereAllAreTooShortNothingIsClaimed() {
        frames("call", "short.mkv", 3);

        assertThat(events.table()).contains("right in call                      -, 1 too short");
    }

    @Test
    void aClipOfTooFewFramesIsTooShortToo() {
        events.add(place("call", "slow.mkv"), frame(0));
        events.add(place("call", "slow.mkv"), frame(4_000));

        assertThat(events.table()).contains("1 too short");
    }

    @Test
    void picturesRaiseNothing() {
        events.add(new Place("call/a.jpg", "call", true), frame(0));

        assertThat(events.table()).isEmpty();
    }

    @Test
    void aSignalWithoutAFrameIsAMistake() {
        assertThatThrownBy(() -> raised("call", "one.mkv", Signal.CALL_AT_EAR, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Long enough for everything. */
    private void clip(String label, String name) {
        frames(label, name, 40);
    }

    private void frames(String label, String name, int frames) {
        for (int i = 0; i < frames; i++) {
            events.add(place(label, name), frame(200L * i));
        }
    }

    private void raised(String label, String name, Signal signal, int second) {
        Instant told = Instant.EPOCH.plusSeconds(second);
        events.add(place(label, name), new Held(signal, Instant.EPOCH, told, told.plusSeconds(1)));
    }

    private static Place place(String label, String name) {
        return new Place(label + "/" + name, label, false);
    }

    private static Sighting frame(long millis) {
        return Sighting.blind(0, Instant.EPOCH.plusMillis(millis), Lens.CLEAR, Duration.ZERO);
    }
}
