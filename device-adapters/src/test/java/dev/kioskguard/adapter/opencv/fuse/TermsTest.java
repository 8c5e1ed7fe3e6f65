package dev.kioskguard.adapter.opencv.fuse;

import static dev.kioskguard.adapter.opencv.fuse.DrawnFace.arm;
import static dev.kioskguard.adapter.opencv.fuse.DrawnFace.palm;
import static dev.kioskguard.adapter.opencv.fuse.DrawnFace.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detect.Palm;
import dev.kioskguard.adapter.opencv.detect.Pose;
import dev.kioskguard.adapter.opencv.detect.Spot;
import dev.kioskguard.adapter.opencv.detect.Thing;
import dev.kioskguard.adapter.opencv.detect.Thing.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The face is 100 pixels wide, in the middle of 600. */
class TermsTest {
    private static final Face FACE = DrawnFace.at(300, 300);
    private static final Pose DOWN = arm(0.9, new Spot(180, 450), new Spot(170, 600), new Spot(170, 750));

    @Test
    void nothingAroundAFaceIsNothing() {
        assertThat(Terms.of(FACE, scene(Pose.UNSEEN)).values())
                .hasSizeGreaterThan(5)
                .containsOnly(0.0);
        assertThat(Terms.of(FACE, scene(DOWN)))
                .hasEntrySatisfying("arm-folded", folded -> assertThat(folded).isLessThan(0.05));
    }

    @Test
    void aPalmBesideTheFaceCountsAndOneFarFromItNot() {
        assertThat(term("palm-beside-face", scene(palm(0.9, 365, 345)))).isGreaterThan(0.85);
        assertThat(term("palm-beside-face", scene(palm(0.9, 235, 345))))
                .as("on either side")
                .isGreaterThan(0.85);
        assertThat(term("palm-beside-face", scene(palm(0.3, 365, 345)))).isLessThan(0.31);
        assertThat(term("palm-beside-face", scene(palm(0.9, 300, 600)))).isLessThan(0.01);
    }

    @Test
    void aFoldedArmWithItsWristAtTheJawCounts() {
        Pose folded = arm(0.9, new Spot(200, 450), new Spot(190, 600), new Spot(235, 350));

        assertThat(term("wrist-by-jaw", scene(folded))).isGreaterThan(0.8);
        assertThat(term("arm-folded", scene(folded))).isGreaterThan(0.8);
        assertThat(term("wrist-by-jaw", scene(DOWN))).isLessThan(0.01);
        assertThat(term("wrist-low", scene(arm(0.9, new Spot(200, 450), new Spot(190, 560), new Spot(280, 480)))))
                .isGreaterThan(0.8);
    }

    @Test
    void aPhoneAtTheHeadIsOneThatStandsThere() {
        Thing atHead = thing(Kind.PHONE, 0.6, 350, 335, 40);
        Thing low = thing(Kind.PHONE, 0.6, 300, 550, 40);

        assertThat(term("phone-at-head", scene(atHead))).isGreaterThan(0.55);
        assertThat(term("phone-at-head", scene(low))).isLessThan(0.01);
        assertThat(term("phone-at-head", scene(thing(Kind.REMOTE, 0.6, 350, 335, 40))))
                .isZero();
        assertThat(term("phone-low", scene(low))).isGreaterThan(0.7);
        assertThat(term("phone-low", scene(atHead))).isLessThan(0.2);
        assertThat(term("phone-in-view", scene(low))).isEqualTo(Math.sqrt(0.6));
    }

    @Test
    void aThingIsHeldWhereAPalmIsNear() {
        Thing book = thing(Kind.BOOK, 0.6, 300, 520, 80);
        Thing phone = thing(Kind.PHONE, 0.6, 300, 520, 80);
        Palm near = palm(0.9, 330, 520);

        assertThat(term("book-near-palm", new Scene(List.of(FACE), List.of(near), DOWN, List.of(book))))
                .isGreaterThan(0.6);
        assertThat(term("phone-near-palm", new Scene(List.of(FACE), List.of(near), DOWN, List.of(phone))))
                .isGreaterThan(0.6);
        assertThat(term("phone-near-palm", new Scene(List.of(FACE), List.of(near), DOWN, List.of(book))))
                .isZero();
        assertThat(term("book-near-palm", new Scene(List.of(FACE), List.of(palm(0.9, 30, 30)), DOWN, List.of(book))))
                .isLessThan(0.01);
        assertThat(term("book-near-palm", new Scene(List.of(FACE), List.of(palm(0.3, 330, 520)), DOWN, List.of(book))))
                .as("a palm that is hardly one")
                .isZero();
    }

    /** Every term is in a sum, or confirms one: what is computed and goes nowhere is a burden. */
    @Test
    void everyTermCounts() {
        Map<String, Double> all = Terms.of(FACE, scene(DOWN));

        assertThat(all.keySet())
                .containsAll(Weights.of("callAtEar").ofTerms().keySet())
                .containsAll(Weights.of("phoneInHand").ofTerms().keySet());
        assertThat(all.keySet().stream()
                        .filter(term -> !Weights.of("callAtEar").ofTerms().containsKey(term))
                        .filter(term -> !Weights.of("phoneInHand").ofTerms().containsKey(term)))
                .containsExactly("phone-at-head", "book-near-palm");
    }

    private static double term(String name, Scene scene) {
        Map<String, Double> terms = Terms.of(FACE, scene);
        assertThat(terms.values()).allMatch(value -> value >= 0 && value <= 1);
        return terms.get(name);
    }

    private static Scene scene(Pose pose) {
        return new Scene(List.of(FACE), List.of(), pose, List.of());
    }

    private static Scene scene(Palm palm) {
        return new Scene(List.of(FACE), List.of(palm), DOWN, List.of());
    }

    private static Scene scene(Thing thing) {
        return new Scene(List.of(FACE), List.of(), DOWN, List.of(thing));
    }
}
