package dev.kioskguard.adapter.opencv.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.hconcat;

import dev.kioskguard.adapter.opencv.detector.Mark;
import dev.kioskguard.adapter.opencv.model.PreparedModels;
import dev.kioskguard.adapter.opencv.model.SamplePictures;
import dev.kioskguard.vision.Sighting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the networks find in two pictures that everybody can see the contents of; places are shares of a picture. */
class SamplePeopleTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private static Looker looker;

    @BeforeAll
    static void open() {
        looker = Looker.open(PreparedModels.require());
    }

    @AfterAll
    static void close() {
        if (looker != null) {
            looker.close();
        }
    }

    @Test
    void theFaceOfABodyIsFoundWhereItIsAndIsTurnedAway() {
        try (Mat body = SamplePictures.body()) {
            Sighting seen = look(body);

            assertThat(seen.hasFace()).isTrue();
            assertThat(seen.people()).isEqualTo(1);
            assertThat(seen.scores().secondPerson()).isZero();
            assertThat(seen.scores().lookingAway()).isGreaterThan(0.7);
            assertThat(seen.faceCovered()).as("turned too far to tell").isNull();
            assertThat(one("face")).satisfies(face -> isAround(face, 0.494, 0.096));
            List<Mark> points = all("point");
            isAround(points.get(0), 0.466, 0.076);
            isAround(points.get(1), 0.497, 0.077);
            isAround(points.get(3), 0.475, 0.109);
        }
    }

    @Test
    void bothPalmsAreFoundAtTheEndsOfTheSpreadArms() {
        try (Mat body = SamplePictures.body()) {
            Sighting seen = look(body);

            assertThat(all("palm").stream().filter(palm -> palm.score() > 0.8))
                    .hasSize(2)
                    .anySatisfy(palm -> isAround(palm, 0.757, 0.452))
                    .anySatisfy(palm -> isAround(palm, 0.215, 0.438));
            assertThat(seen.scores().callAtEar()).as("far from the head").isLessThan(0.2);
        }
    }

    @Test
    void shouldersElbowsAndWristsStandWhereTheyAre() {
        try (Mat body = SamplePictures.body()) {
            look(body);

            assertThat(all("joint"))
                    .anySatisfy(shoulder -> isAround(shoulder, 0.583, 0.192))
                    .anySatisfy(shoulder -> isAround(shoulder, 0.432, 0.194))
                    .anySatisfy(elbow -> isAround(elbow, 0.678, 0.318))
                    .anySatisfy(elbow -> isAround(elbow, 0.360, 0.325))
                    .anySatisfy(wrist -> isAround(wrist, 0.738, 0.423))
                    .anySatisfy(wrist -> isAround(wrist, 0.244, 0.412));
        }
    }

    @Test
    void thePersonIsFoundAsAWhole() {
        try (Mat body = SamplePictures.body()) {
            look(body);

            assertThat(one("person")).satisfies(person -> {
                assertThat(person.score()).isGreaterThan(0.9);
                assertThat(person.height()).isGreaterThan(0.9);
                assertThat(person.left()).isBetween(0.1, 0.25);
                assertThat(person.left() + person.width()).isBetween(0.72, 0.85);
            });
        }
    }

    @Test
    void twoBodiesSideBySideAreTwoPeople() {
        try (Mat body = SamplePictures.body();
                var both = new Mat()) {
            hconcat(body, body, both);

            Sighting seen = look(both);

            assertThat(seen.people()).isEqualTo(2);
            assertThat(seen.scores().secondPerson()).isGreaterThan(0.5);
        }
    }

    @Test
    void aFaceFromTheFrontIsBareAndLooksIntoTheCamera() {
        try (Mat face = SamplePictures.face()) {
            Sighting seen = look(face);

            assertThat(seen.faceCovered()).isFalse();
            assertThat(seen.scores().lookingAway()).isLessThan(0.2);
            assertThat(seen.scores().lookingDown()).isLessThan(0.6);
            assertThat(seen.people()).isEqualTo(1);
        }
    }

    @Test
    void aHandAtTheEarSpeaksForACall() {
        try (Mat bare = SamplePictures.portrait(0);
                Mat hand = SamplePictures.handAtTheEar(0)) {
            assertThat(look(bare).scores().callAtEar()).isLessThan(0.35);
            assertThat(look(hand).scores().callAtEar()).isGreaterThan(0.5);
        }
    }

    private static Sighting look(Mat picture) {
        looker.begin(Pace.PICTURES);
        return looker.look(0, NOON, picture);
    }

    private static List<Mark> all(String what) {
        return looker.marks().stream().filter(mark -> mark.what().equals(what)).toList();
    }

    private static Mark one(String what) {
        return all(what).stream().max(Comparator.comparingDouble(Mark::score)).orElseThrow();
    }

    private static void isAround(Mark mark, double x, double y) {
        assertThat(Math.hypot(mark.left() + mark.width() / 2 - x, mark.top() + mark.height() / 2 - y))
                .as("%s beside %.3f, %.3f", mark, x, y)
                .isLessThan(0.02);
    }
}
