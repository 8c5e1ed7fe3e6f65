package dev.kioskguard.adapter.opencv.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detect.Pose;
import dev.kioskguard.adapter.opencv.detect.Thing;
import dev.kioskguard.adapter.opencv.detect.Thing.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompanyTest {
    private static final Face NEAREST = DrawnFace.wide(300, 300, 100);

    @Test
    void nobodyIsNobodyAndHasNoSecond() {
        assertThat(Company.count(scene(List.of()))).isZero();
        assertThat(Company.second(scene(List.of()))).isNull();
    }

    @Test
    void oneFaceIsAlone() {
        assertThat(Company.count(scene(List.of(NEAREST)))).isEqualTo(1);
        assertThat(Company.second(scene(List.of(NEAREST)))).isZero();
    }

    @Test
    void aFaceAsNearIsASecondPersonAndOneInTheBackgroundIsNot() {
        List<Face> both = List.of(NEAREST, DrawnFace.wide(500, 300, 90));
        assertThat(Company.count(scene(both))).isEqualTo(2);
        assertThat(Company.second(scene(both))).isEqualTo(0.9);

        List<Face> far = List.of(NEAREST, DrawnFace.wide(500, 300, 29));
        assertThat(Company.count(scene(far))).isEqualTo(1);
        assertThat(Company.second(scene(far))).isZero();
    }

    @Test
    void oneFaceFoundTwiceIsOne() {
        List<Face> twice = List.of(NEAREST, DrawnFace.wide(310, 310, 70));

        assertThat(Company.count(scene(twice))).isEqualTo(1);
        assertThat(Company.second(scene(twice))).isZero();
    }

    @Test
    void aSecondBodyCountsAlsoWhenItsFaceIsNotSeen() {
        Thing one = DrawnFace.thing(Kind.PERSON, 0.9, 200, 400, 300);
        Thing other = DrawnFace.thing(Kind.PERSON, 0.7, 600, 400, 280);
        Thing passing = DrawnFace.thing(Kind.PERSON, 0.7, 600, 400, 100);
        Thing part = DrawnFace.thing(Kind.PERSON, 0.7, 220, 420, 200);

        assertThat(Company.second(scene(List.of(NEAREST), one, other))).isEqualTo(0.7);
        assertThat(Company.count(scene(List.of(NEAREST), one, other))).isEqualTo(2);
        assertThat(Company.second(scene(List.of(NEAREST), one, passing))).isZero();
        assertThat(Company.second(scene(List.of(NEAREST), one, part))).isZero();
        assertThat(Company.second(scene(List.of(NEAREST), one, DrawnFace.thing(Kind.PHONE, 0.9, 600, 400, 280))))
                .isZero();
    }

    private static Scene scene(List<Face> faces, Thing... things) {
        return new Scene(faces, List.of(), Pose.UNSEEN, List.of(things));
    }
}
