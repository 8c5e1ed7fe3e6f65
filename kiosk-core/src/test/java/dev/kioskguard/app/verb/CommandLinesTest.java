package dev.kioskguard.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

class CommandLinesTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aVerbThatDidWhatWasAskedExitsWithZero() {
        assertThat(run("say", "well")).isZero();
        assertThat(out).hasToString("well");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aVerbThatFailedExitsWithOneAndSaysWhyOnStandardError() {
        assertThat(run("say", "missing")).isOne();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().strip()).isEqualTo("kiosk: no such script: missing.yaml");
    }

    @Test
    void aVerbThatIsAskedWronglyExitsWithTwo() {
        assertThat(run("sing")).isEqualTo(2);
        assertThat(run("say")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("say", "well", "--loudly")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void everyVerbHasHelp() {
        assertThat(run("say", "--help")).isZero();
        assertThat(out.toString()).contains("--config", "--data");
    }

    @Test
    void placesAreUnderTheWorkingDirectoryWhereNoLauncherNamesAnother() {
        assertThat(run("say", "places", "--data", "elsewhere")).isZero();
        assertThat(out).hasToString(Path.of("./config") + " elsewhere");
    }

    private int run(String... args) {
        return CommandLines.of(new Top())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    @Command(name = "kiosk", subcommands = Say.class)
    private static final class Top {}

    @Command(name = "say")
    private static final class Say implements Callable<Integer> {
        @Mixin
        private Places places;

        @Parameters
        private String what;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (what.equals("missing")) {
                throw new UncheckedIOException("no such script", new NoSuchFileException("missing.yaml"));
            }
            spec.commandLine().getOut().print(what.equals("places") ? places.config() + " " + places.data() : what);
            spec.commandLine().getOut().flush();
            return 0;
        }
    }
}
