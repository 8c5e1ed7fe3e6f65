package dev.kioskguard.adapter.opencv.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracksTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final Tracks tracks = new Tracks();

    @Test
    void aFaceThatStaysOrSwaysKeepsItsNumber() {
        assertThat(at(0, 300)).isEqualTo(1);
        assertThat(at(200, 350)).isEqualTo(1);
        assertThat(at(400, 440)).isEqualTo(1);
        assertThat(tracks.follow(Optional.empty(), NOON.plusMillis(600))).isZero();
        assertThat(at(1_400, 440)).as("gone for a second").isEqualTo(1);
    }

    @Test
    void oneThatStandsSomewhereElseIsAnother() {
        at(0, 300);
        assertThat(at(200, 450)).isEqualTo(2);
        assertThat(at(400, 450)).isEqualTo(2);
    }

    @Test
    void oneThatWasGoneForLongIsAnother() {
        at(0, 300);
        assertThat(at(1_001, 300)).isEqualTo(2);
    }

    @Test
    void afterSomethingElseEveryFaceIsAnother() {
        at(0, 300);
        tracks.forget();
        assertThat(at(200, 300)).isEqualTo(2);
    }

    private long at(long millis, double x) {
        return tracks.follow(Optional.of(DrawnFace.at(x, 300)), NOON.plusMillis(millis));
    }
}
