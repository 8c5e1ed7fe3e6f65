package dev.kioskguard.vision.rule;

import static dev.kioskguard.vision.rule.Clip.CALL;
import static dev.kioskguard.vision.rule.Clip.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.vision.Sighting.Lens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A camera that shows nothing, nothing new, or too little. */
class BlindCameraTest {

    @Test
    void aLensThatShowsNothingIsBlindAndSaysWhy() {
        var covered = Clip.at(5)
                .shows(CALL, 4)
                .through(new Lens(true, false, false, false))
                .shows(NOTHING, 5);
        assertThat(covered.events()).as("nothing is taken for over").containsExactly("+CALL_AT_EAR", "+CAMERA_BLIND");
        assertThat(covered.last().reasons()).containsExactly("camera-covered");

        var back = covered.through(Lens.CLEAR).shows(CALL, 5);
        assertThat(back.events()).containsExactly("+CALL_AT_EAR", "+CAMERA_BLIND", "-CAMERA_BLIND");
    }

    @Test
    void aCameraWithoutFramesOrWithTooFewIsBlind() {
        var silent = Clip.at(5).shows(NOTHING, 3).pauses(6);
        assertThat(silent.events()).containsExactly("+CAMERA_BLIND");
        assertThat(silent.last().reasons()).containsExactly("camera-silent");
        assertThat(silent.shows(NOTHING, 5).events()).containsExactly("+CAMERA_BLIND", "-CAMERA_BLIND");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.3, 0.9, 0.5, 0.33, 0.31, 0.26, 0.1})
    void aSlowCameraIsBlindHoweverSlowItIs(double rate) {
        var slow = Clip.at(rate).shows(CALL, 40);
        assertThat(slow.events()).as("and tells nothing else").containsExactly("+CAMERA_BLIND");
        assertThat(slow.last().reasons()).containsExactly("camera-slow");
    }
}
