package dev.kioskguard.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing on the class path recognises a face, or guesses age, sex or mood: by the names of all classes and files of
 * all jars, and by what all native libraries hold. The networks are pinned by digest in {@code models.tsv}.
 */
class NobodyIsRecognisedTest {

    private static final Pattern NATIVE = Pattern.compile("(?!.*[.]dSYM/).*[.](so[.0-9]*|dll|dylib|jnilib)");
    private static final Pattern RECOGNISES = Pattern.compile(
            "(?i)face_?-?recogn|recogni[sz]e_?faces?|facerec|eigen_?face|fisher_?face|lbph|\\bsface|face_?net|arc_?face"
                    + "|mobile_?face|faceres|insight_?face|face_?embed|face_?mark|opencv_face|opencv/face/"
                    + "|(haar|lbp)cascade|opencv_objdetect|gender|emotion|\\bage[-_.]?(net|model|bin|json)"
                    + "|affect_?net|deepface|\\bdlib");

    /** Native libraries speak of their classes and networks by name. */
    private static final List<String> NATIVE_WORDS =
            List.of("FaceRecogni", "EigenFace", "FisherFace", "LBPHFace", "ArcFace", "FaceNet", "face_recognition");

    @Test
    void thePatternKnowsWhatItLooksFor() {
        assertThat(List.of(
                        "org/opencv/face/FaceRecognizer.class",
                        "org/bytedeco/opencv/opencv_face/LBPHFaceRecognizer.class",
                        "org/bytedeco/opencv/linux-x86_64/libopencv_face.so.413",
                        "org/bytedeco/opencv/linux-x86_64/libopencv_objdetect.so.413",
                        "share/opencv4/haarcascades/haarcascade_frontalface_alt.xml",
                        "models/faceres.json",
                        "models/gender.bin",
                        "models/age.bin",
                        "models/emotion.json"))
                .as("control")
                .allMatch(RECOGNISES.asPredicate());
        assertThat(List.of("dev/kioskguard/adapter/opencv/detect/Faces.class", "java/awt/font/TypeFace.class"))
                .as("control: to find a face is not to know it")
                .noneMatch(RECOGNISES.asPredicate());
    }

    @Test
    void noClassAndNoFileOfTheClassPathIsNamedLikeOneThatDoes() {
        List<String> names = everyName();

        assertThat(names)
                .as("control: the names of the libraries are seen")
                .contains("ai/onnxruntime/OrtSession.class", "org/bytedeco/opencv/opencv_core/Mat.class");
        assertThat(names.stream().filter(RECOGNISES.asPredicate()).toList()).isEmpty();
    }

    @Test
    void noNativeLibraryHoldsOne() throws IOException {
        List<String> libraries = new ArrayList<>();
        for (Path entry : classPath().toList()) {
            for (String name : Files.isDirectory(entry) ? below(entry) : inside(entry)) {
                if (NATIVE.matcher(name).matches()) {
                    libraries.add(name);
                    String content = content(entry, name);
                    assertThat(NATIVE_WORDS.stream().filter(content::contains))
                            .as(name)
                            .isEmpty();
                }
            }
        }
        for (String seen : List.of("opencv_core", "avcodec", "onnxruntime", "openblas", "sqlite", "javacpp")) {
            assertThat(libraries).as("control").anyMatch(name -> name.contains(seen));
        }
    }

    /** The adapters stand on the class path as a folder or, once they are packed, as a jar. */
    private static String content(Path entry, String name) throws IOException {
        if (Files.isDirectory(entry)) {
            return Files.readString(entry.resolve(name), StandardCharsets.ISO_8859_1);
        }
        try (var jar = new JarFile(entry.toFile());
                var in = jar.getInputStream(jar.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static List<String> everyName() {
        List<String> names = new ArrayList<>();
        classPath().forEach(entry -> names.addAll(Files.isDirectory(entry) ? below(entry) : inside(entry)));
        return names;
    }

    private static Stream<Path> classPath() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(System.getProperty("path.separator"), -1))
                .map(Path::of)
                .filter(Files::exists)
                .filter(entry -> !entry.endsWith("test-classes"));
    }

    private static List<String> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> inside(Path jar) {
        try (var open = new JarFile(jar.toFile())) {
            return Collections.list(open.entries()).stream()
                    .map(entry -> entry.getName())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
