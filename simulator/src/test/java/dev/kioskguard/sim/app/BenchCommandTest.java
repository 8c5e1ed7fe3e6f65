package dev.kioskguard.sim.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(complaints))
                .execute(options);
    }

    @Test
    void oneFigureCanBeAskedForAlone() throws IOException {
        Path json = folder.resolve("figures.json");

        int exit = bench("--home", folder.toString(), "--config", CONFIG, "--only", "line", "--json", json.toString());

        assertThat(exit).as(complaints.toString()).isZero();
        assertThat(out.toString().lines()).hasSize(2).last().asString().startsWith("line ");
        assertThat(Files.readString(json)).contains("\"line\"");
        assertThat(folder.resolve("target")).as("what it wrote").isEmptyDirectory();
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
