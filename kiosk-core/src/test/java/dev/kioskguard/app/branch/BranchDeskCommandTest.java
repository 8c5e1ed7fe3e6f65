package dev.kioskguard.app.branch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.verb.CommandLines;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What an engineer is told who has not asked rightly; nothing is made then. */
class BranchDeskCommandTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void withoutABrokerThereIsNoDesk() {
        assertThat(desk()).isEqualTo(2);
        assertThat(err.toString()).contains("--broker=URI");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "broker",
                "mqtt://broker.branch.example:1883",
                "mqtts://user:secret@broker.branch.example",
                "mqtts://broker.branch.example/path",
                "mqtts://",
                "://",
                "mqtts://broker.branch.example:port"
            })
    void whatIsNoAddressOfABrokerIsToldSo(String uri) {
        assertThat(desk("--broker", uri)).isEqualTo(1);
        assertThat(err.toString()).contains("--broker is no address of a broker", "mqtts://host:8883");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aBrokerWithTlsNeedsStoresAndABranchAName() {
        assertThat(desk("--broker", "mqtts://broker.branch.example")).isEqualTo(1);
        assertThat(err.toString()).contains("--trust-store and --store-password");
        assertThat(desk("--broker", "mqtt://127.0.0.1", "--branch", "a/b")).isEqualTo(1);
        assertThat(err.toString()).contains("--branch must be");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private int desk(String... options) {
        var words = new ArrayList<>(List.of("--config", "../config", "--data", folder.resolve("data") + ""));
        words.addAll(List.of(options));
        CommandLine line = CommandLines.of(new BranchDeskCommand());
        line.setErr(new PrintWriter(err, true));
        return line.execute(words.toArray(String[]::new));
    }
}
