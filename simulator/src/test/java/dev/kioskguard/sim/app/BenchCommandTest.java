package dev.kioskguard.sim.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {

    private static final String CONFIG = "../config";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter complaints = new StringWriter();

    private int bench(String... options) {
        return bench(new BenchCommand(), options);
    }

    private int bench(BenchCommand command, String... options) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(complaints))
                .execute(options);
    }

    @Test
    void oneFigureCanBeAskedForAlone() throws IOException {
        Path json = folder.resolve("figures.json");

        int exit = bench("--home", folder.toString(), "--config", CONFIG, "--only", "line", "--json", json.toString());

        boolean missed = complaints.toString().contains("goals not reached: line");
        assertThat(exit).as("a busy machine may miss it: %s", complaints).isEqualTo(missed ? 1 : 0);
        assertThat(out.toString().lines()).hasSize(2).last().asString().startsWith("line ");
        assertThat(Files.readString(json)).contains("\"line\"");
        assertThat(folder.resolve("target")).as("what it wrote").isEmptyDirectory();
    }

    @Test
    void aGoalThatIsMissedIsNamedAndFailsTheVerb() throws Exception {
        var slow = measured("slow", 3);
        var fast = measured("fast", 1);

        assertThat(bench(new BenchCommand(all -> List.of(fast, slow)), "--home", folder.toString(), "--config", CONFIG))
                .isEqualTo(1);
        assertThat(complaints.toString()).contains("goals not reached: slow").doesNotContain("reached: fast");
        assertThat(bench(new BenchCommand(all -> List.of(fast)), "--home", folder.toString(), "--config", CONFIG))
                .as("control")
                .isZero();
    }

    private static Measure measured(String name, double seconds) throws Exception {
        Measure measure = mock(Measure.class);
        when(measure.name()).thenReturn(name);
        when(measure.take()).thenReturn(new Figure(name, "a wait", Spread.exact("s", seconds), null, Goal.atMost(2)));
        return measure;
    }

    @Test
    void aNameThatNothingMeasuresIsRefusedWithThoseThatThereAre() {
        int exit = bench("--home", folder.toString(), "--config", CONFIG, "--only", "speed");

        assertThat(exit).isEqualTo(2);
        assertThat(complaints.toString())
                .contains(
                        "status, line, step, transfers, tapper-green,",
                        "time, ready, memory, memory-used, screen, page");
    }
}
