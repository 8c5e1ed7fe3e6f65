package dev.kioskguard.content.signed;

import static dev.kioskguard.content.signed.Packs.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plug pulled after every kind of change that an installation makes to the disk. */
class PowerLossTest {

    /** The last steps are those that count; the many files before them are all alike. */
    private static final int LAST_STEPS = 14;

    /** By day every so many of them, and the very last. */
    private static final int STRIDE = 3;

    private static final int SOME_STEPS = 3;
    private static final int SOME_STEPS_NIGHTLY = 60;

    @TempDir
    Path temp;

    private Packs packs;
    private Path second;

    @BeforeEach
    void installTheOldOne() throws IOException {
        packs = new Packs(temp);
        packs.install(packs.pack(1));
        second = packs.pack(2);
    }

    @Test
    void afterEveryStepThereIsTheOldOneOrTheNewOneAndTheNextInstallationIsWell() throws IOException {
        pullThePlug(SOME_STEPS, STRIDE);
    }

    @Test
    @Tag("nightly")
    void afterManyMoreStepsThereIsTheOldOneOrTheNewOne() throws IOException {
        pullThePlug(SOME_STEPS_NIGHTLY, 1);
    }

    private void pullThePlug(int some, int stride) throws IOException {
        int steps = stepsOf(copyOfTheData("whole"));
        assertThat(steps).as("control: it takes many").isGreaterThan(LAST_STEPS + SOME_STEPS);
        var seen = new TreeMap<Integer, Long>();
        for (int step : chosen(steps, some, stride)) {
            Path data = copyOfTheData("after-" + step);
            assertThat(installUntil(data, step))
                    .as("control: the plug is pulled")
                    .isFalse();
            seen.put(step, inUse(data));
            new PackInstaller(data).install(second, packs.admission(), NOW, false);
            assertThat(inUse(data)).as("after step " + step).isEqualTo(2);
            assertThat(data.resolve("content").resolve("incoming")).doesNotExist();
            remove(data);
        }
        assertThat(seen.values()).containsOnly(1L, 2L);
        assertThat(List.copyOf(seen.values())).as("once new, always new").isSorted();
    }

    @Test
    void theSamePackAgainIsNeverTakenAway() throws IOException {
        Path data = copyOfTheData("same");
        new PackInstaller(data).install(second, packs.admission(), NOW, false);
        int steps = stepsOf(data);
        for (int step : chosen(steps, SOME_STEPS, STRIDE)) {
            assertThat(installUntil(data, step))
                    .as("control: the plug is pulled")
                    .isFalse();
            assertThat(inUse(data)).as("after step " + step).isEqualTo(2);
        }
    }

    private static Set<Integer> chosen(int steps, int some, int stride) {
        var chosen = new TreeSet<Integer>();
        IntStream.rangeClosed(steps - LAST_STEPS, steps)
                .filter(step -> step > 0 && (steps - step) % stride == 0)
                .forEach(chosen::add);
        new SplittableRandom(1).ints(some, 1, steps).forEach(chosen::add);
        return chosen;
    }

    private int stepsOf(Path data) throws IOException {
        int[] steps = {0};
        new PackInstaller(data, () -> steps[0]++).install(second, packs.admission(), NOW, false);
        return steps[0];
    }

    /** Returns whether the installation came to its end. */
    private boolean installUntil(Path data, int step) throws IOException {
        int[] left = {step};
        try {
            new PackInstaller(data, () -> pull(--left[0])).install(second, packs.admission(), NOW, false);
            return true;
        } catch (PowerLoss lost) {
            return false;
        }
    }

    private static void pull(int left) {
        if (left == 0) {
            throw new PowerLoss();
        }
    }

    private long inUse(Path data) {
        StoredPack pack =
                new InstalledPacks(data).choose(packs.admission(), NOW).pack();
        return pack == null ? 0 : pack.manifest().sequence();
    }

    private Path copyOfTheData(String name) throws IOException {
        Path copy = temp.resolve(name);
        try (Stream<Path> all = Files.walk(packs.data)) {
            for (Path path : all.toList()) {
                Files.copy(path, copy.resolve(packs.data.relativize(path).toString()));
            }
        }
        return copy;
    }

    private static void remove(Path data) throws IOException {
        new Disk(() -> {}).remove(data);
    }

    /** Nothing is tidied up by a machine without power. */
    private static final class PowerLoss extends Error {
        private static final long serialVersionUID = 1L;
    }
}
