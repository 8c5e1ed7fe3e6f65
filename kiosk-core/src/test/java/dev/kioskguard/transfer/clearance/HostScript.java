package dev.kioskguard.transfer.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The host's script as a process of its own. */
record HostScript(Path folder, Path used) {

    static final Path DOCS = Path.of("..", "docs", "host").toAbsolutePath().normalize();

    private static final int SECONDS_MAX = 60;

    /** Skips the test where the script cannot run. */
    static void assumeItRuns() throws IOException {
        assumeTrue(Files.exists(DOCS.resolve("verify-clearance.sh")), "docs/host is not there");
        String version = "";
        try {
            Process openssl = new ProcessBuilder("openssl", "version").start();
            version = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException noSuchProgram) {
            assumeTrue(false, "openssl is not installed");
        }
        assumeTrue(version.startsWith("OpenSSL 3"), "no OpenSSL 3 here to verify Ed25519 with");
    }

    Ran run(String token, String transfer, Path keySet, Instant now) throws Exception {
        Path handedIn = Files.writeString(folder.resolve("transfer"), transfer);
        Process script = new ProcessBuilder(
                        "sh",
                        DOCS.resolve("verify-clearance.sh").toString(),
                        "--keys",
                        keySet.toString(),
                        "--transfer",
                        handedIn.toString(),
                        "--used",
                        used.toString(),
                        "--now",
                        Long.toString(now.getEpochSecond()))
                .redirectErrorStream(true)
                .redirectInput(Files.writeString(folder.resolve("token"), token).toFile())
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        return new Ran(script.exitValue(), said);
    }

    /** What the script said on both its outputs, and its exit code. */
    record Ran(int code, String said) {}
}
