package dev.kioskguard.sim.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor on a machine where no native manager is, in a process of its own that has never loaded one. */
class BareMachineTest {

    @TempDir
    Path folder;

    @Test
    void oneLineSaysSoAndWhatToDo() throws IOException, InterruptedException {
        Process doctor = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djna.library.path=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "doctor",
                        "--device",
                        "xfs:IDCARD1")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        List<String> told = new String(doctor.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(doctor.waitFor()).isEqualTo(1);
        assertThat(told)
                .filteredOn(line -> line.contains("xfs:IDCARD1"))
                .singleElement()
                .asString()
                .startsWith("fail  address xfs:IDCARD1: ")
                .contains("there is no XFS manager of", "install it", "xfs-bridge", "->");
    }
}
