package dev.kioskguard.sim.xfs.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.jna.Platform;
import dev.kioskguard.sim.xfs.NativeBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes of results as chance has them, before the drivers, in a JVM that may be lost and is not. */
class NativeFuzzTest {

    private static final int SAMPLE = 150;
    private static final int NIGHT = 3_000;
    private static final int MINUTES_MAX = 30;

    @TempDir
    private Path folder;

    @Test
    void noByteOfAResultBringsADriverDown() throws Exception {
        survives(16926, SAMPLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Tag("nightly")
    void noByteOfAResultBringsADriverDownInALongRun(long seed) throws Exception {
        survives(seed, NIGHT);
    }

    private void survives(long seed, int rounds) throws IOException, InterruptedException {
        NativeBuild.library();
        assumeFalse(Platform.isWindows(), "one child under Wine is enough");
        Path log = folder.resolve("log");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:ErrorFile=" + folder.resolve("crash"),
                        "-Dkioskguard.native=" + System.getProperty("kioskguard.native", "target/native"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SpoiltTerminal.class.getName(),
                        Long.toString(seed),
                        Integer.toString(rounds))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = child.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
        child.destroyForcibly();
        assertThat(ended).as("it ended in time").isTrue();
        assertThat(child.exitValue()).as(Files.readString(log)).isZero();
    }
}
