package dev.kioskguard.adapter.opencv.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_32SC2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;
import static org.bytedeco.opencv.global.opencv_imgproc.fillConvexPoly;

import dev.kioskguard.adapter.SharedFacts;
import dev.kioskguard.adapter.opencv.detect.Face;
import dev.kioskguard.adapter.opencv.detect.Faces;
import dev.kioskguard.adapter.opencv.detect.Scan;
import dev.kioskguard.adapter.opencv.detect.Spot;
import dev.kioskguard.adapter.opencv.detect.Square;
import dev.kioskguard.adapter.opencv.infer.Inference;
import dev.kioskguard.adapter.opencv.model.Network;
import dev.kioskguard.adapter.opencv.model.PreparedModels;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Masks painted over the faces of real pictures: there is one picture of a real mask that may be used. */
class DrawnMaskTest {
    private enum Cloth {
        WHITE(240, 240, 240),
        BLUE(215, 190, 130),
        BLACK(35, 35, 35);

        private final int blue;
        private final int green;
        private final int red;

        Cloth(int blue, int green, int red) {
            this.blue = blue;
            this.green = green;
            this.red = red;
        }
    }

    private Scan<List<Face>> faces;

    @BeforeEach
    void theNetworkIsOpened() {
        faces = Faces.by(Inference.open(PreparedModels.require().read(Network.FACE), Network.FACE.side()));
    }

    @AfterEach
    void close() {
        if (faces != null) {
            faces.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void someMaskedFacesAreFoundAndToldToBeCovered(Cloth cloth) throws IOException {
        maskedFacesAreFoundAndToldToBeCovered(cloth, 6);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("nightly")
    void allMaskedFacesAreFoundAndToldToBeCovered(Cloth cloth) throws IOException {
        maskedFacesAreFoundAndToldToBeCovered(cloth, 1);
    }

    /** Control: what finds the masks does not find them on bare faces. */
    @Test
    void bareFacesAreToldToBeBare() throws IOException {
        int told = 0;
        int covered = 0;
        for (Path file : pictures(1)) {
            try (Mat picture = imread(file.toString(), IMREAD_COLOR)) {
                Boolean answer =
                        nearest(picture).map(face -> Covering.of(face, picture)).orElse(null);
                told += answer == null ? 0 : 1;
                covered += Boolean.TRUE.equals(answer) ? 1 : 0;
            }
        }
        assertThat(covered).isLessThan(told / 20);
    }

    /** Of every so many pictures one. */
    private void maskedFacesAreFoundAndToldToBeCovered(Cloth cloth, int every) throws IOException {
        int bare = 0;
        int found = 0;
        int told = 0;
        int covered = 0;
        for (Path file : pictures(every)) {
            try (Mat picture = imread(file.toString(), IMREAD_COLOR)) {
                Optional<Face> face = nearest(picture);
                if (face.isEmpty()) {
                    continue;
                }
                bare++;
                mask(picture, face.get(), cloth);
                Optional<Face> again = sameFace(picture, face.get());
                Boolean answer =
                        again.map(masked -> Covering.of(masked, picture)).orElse(null);
                found += again.isPresent() ? 1 : 0;
                told += answer == null ? 0 : 1;
                covered += Boolean.TRUE.equals(answer) ? 1 : 0;
            }
        }
        assertThat((double) found / bare).as("found, of %d", bare).isGreaterThanOrEqualTo(0.95);
        assertThat((double) covered / told).as("covered, of %d", told).isGreaterThanOrEqualTo(0.95);
        assertThat((double) told / found).as("told, of %d", found).isGreaterThan(0.6);
    }

    private static List<Path> pictures(int every) throws IOException {
        try (Stream<Path> all = Files.walk(SharedFacts.path("vision/photos"))) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().endsWith("mask"))
                    .sorted()
                    .toList();
            return IntStream.range(0, files.size() / every)
                    .mapToObj(i -> files.get(i * every))
                    .toList();
        }
    }

    private Optional<Face> nearest(Mat picture) {
        return Scene.nearest(faces.in(picture, Square.whole(picture)));
    }

    private Optional<Face> sameFace(Mat picture, Face face) {
        return faces.in(picture, Square.whole(picture)).stream()
                .filter(one -> one.box().centre().distance(face.box().centre())
                        < face.box().width() / 2)
                .findFirst();
    }

    /** Paints from ear to ear, and from half way between eyes and nose down to the chin. */
    private static void mask(Mat picture, Face face, Cloth cloth) {
        Spot eyes = face.leftEye().between(face.rightEye());
        Spot mouth = face.mouth();
        Spot chin = eyes.towards(mouth, 1.7);
        List<Spot> outline = List.of(
                eyes.between(face.nose()),
                below(face.rightEar(), eyes, mouth, 0.4),
                below(face.rightEar(), eyes, mouth, 0.9),
                below(chin.between(below(face.rightEar(), eyes, mouth, 0.9)), eyes, mouth, 0.15),
                chin,
                below(chin.between(below(face.leftEar(), eyes, mouth, 0.9)), eyes, mouth, 0.15),
                below(face.leftEar(), eyes, mouth, 0.9),
                below(face.leftEar(), eyes, mouth, 0.4));
        try (var points = new Mat(outline.size(), 1, CV_32SC2);
                var paint = new Scalar(cloth.blue, cloth.green, cloth.red, 0)) {
            IntBuffer numbers = points.createBuffer();
            outline.forEach(spot -> numbers.put((int) spot.x()).put((int) spot.y()));
            fillConvexPoly(picture, points, paint);
        }
    }

    /** Goes down from a point by a share of the way from the eyes to the mouth. */
    private static Spot below(Spot from, Spot eyes, Spot mouth, double share) {
        return new Spot(from.x() + share * (mouth.x() - eyes.x()), from.y() + share * (mouth.y() - eyes.y()));
    }
}
