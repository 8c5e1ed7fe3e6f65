package dev.kioskguard.adapter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.verb.CommandLines;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LayoutCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = CommandLines.of(new LayoutCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        return line.execute(args);
    }

    @Test
    void theViewIsOfThePointersAndTheVersionAskedFor() {
        assertThat(run("--abi", "win32", "--version", "3.20")).isZero();

        JsonNode layout = JsonMapper.builder().build().readTree(out.toString());
        assertThat(layout.at("/WFSRESULT/size").intValue()).isEqualTo(34);
        assertThat(layout.at("/WFSIDCSTATUS/size").intValue()).isEqualTo(164);
        assertThat(layout.at("/WFSIDCSTATUS/fields/lpszExtra").intValue()).isEqualTo(12);
        assertThat(layout.has("WFSPINBLOCKEX")).as("came with 3.30").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"win16, 3.30, win32", "win32, 3.99, 3.30", "win64, three, 3.20"})
    void whatThereIsNotIsRefusedWithWhatThereIs(String abi, String version, String hint) {
        assertThat(run("--abi", abi, "--version", version)).isEqualTo(2);

        assertThat(err.toString()).contains(hint);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void bothOptionsAreNeeded() {
        assertThat(run("--abi", "win32")).isEqualTo(2);

        assertThat(err.toString()).contains("--version");
    }
}
