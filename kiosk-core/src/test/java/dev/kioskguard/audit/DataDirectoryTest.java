package dev.kioskguard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kioskguard.audit.JournalException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void aSecondGuardInTheSameProcessIsRefusedByName() {
        try (DataDirectory held = DataDirectory.open(folder.resolve("data"))) {
            assertTrouble(
                    held.path(),
                    Reason.LOCKED,
                    "process " + ProcessHandle.current().pid());
        }
        DataDirectory.open(folder.resolve("data")).close();
    }

    @Test
    void aSecondProcessIsRefusedUntilTheFirstOneDies() throws Exception {
        Path data = folder.resolve("data");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DataDirectoryHolder.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(data.resolve("held")));
            assertTrouble(data, Reason.LOCKED, "process " + other.pid());
        } finally {
            other.destroyForcibly().waitFor();
        }
        DataDirectory.open(data).close();
    }

    @Test
    void aPlaceThatCannotBeAFolderIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertTrouble(file.resolve("data"), Reason.IO, "file");
    }

    @Test
    void aFolderOnAReadOnlyMediumIsNamed() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 1 << 20)) {
            disk.makeReadOnly();
            assertTrouble(disk.path(), Reason.READ_ONLY, "nothing can be written");
        }
    }

    @Test
    void aSecretIsMadeOnceAndForTheOwnerOnly() throws Exception {
        try (DataDirectory data = DataDirectory.open(folder)) {
            byte[] made = data.secret("token", () -> "one".getBytes(StandardCharsets.US_ASCII));
            assertThat(data.secret("token", () -> "two".getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo(made);
            Path file = data.file("token");
            assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "this system has no file modes");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private static void assertTrouble(Path path, Reason reason, String said) {
        assertThatThrownBy(() -> DataDirectory.open(path))
                .hasMessageContaining(said)
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
