package dev.kioskguard.sim.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The native side once more on Windows: its JVM, its windows, its build of the manager. */
class WineTest {

    private static final Path WINE = Path.of("/usr/lib/wine/wine64");
    private static final Path NATIVE = Path.of(System.getProperty("kioskguard.native", "target/native"));
    private static final Path JAVA = NATIVE.resolve("jre/bin/java.exe").toAbsolutePath();
    private static final Path MANAGER = NATIVE.resolve("win64/msxfs.dll");
    private static final int MINUTES_MAX = 5;

    @TempDir
    private Path folder;

    @Test
    void theTestsOfTheNativeSidePassInAWindowsJvm() throws Exception {
        assumeTrue(Files.isExecutable(WINE), "Wine is not installed; on Debian: apt-get install wine64");
        assumeTrue(Files.exists(MANAGER), "there is no Windows build of the native manager; it needs mingw-w64");
        assumeTrue(Files.exists(JAVA), "there is no Windows JRE: ./kiosk test fetches it by Maven");

        String report = report();

        assertThat(report).matches("(?s)[1-9]\\d+ passed, 0 failed, .*");
    }

    private String report() throws IOException, InterruptedException {
        Path report = folder.resolve("report");
        Path log = folder.resolve("log");
        Path words = Files.write(folder.resolve("words"), words(report));
        var builder = new ProcessBuilder(WINE.toString(), JAVA.toString(), "@" + onDriveZ(words));
        builder.environment()
                .put("WINEPREFIX", NATIVE.resolve("wine").toAbsolutePath().toString());
        builder.environment().put("WINEARCH", "win64");
        builder.environment().put("WINEDEBUG", "-all");
        builder.environment().put("WINEDLLOVERRIDES", "mscoree,mshtml="); // nothing here shows a page
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean ended = process.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("it ended in time").isTrue();
        assertThat(report).as(Files.readString(log)).exists();
        return Files.readString(report);
    }

    private static List<String> words(Path report) {
        String classPath = Stream.of(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .map(entry -> onDriveZ(Path.of(entry).toAbsolutePath()))
                .collect(Collectors.joining(";"));
        return Stream.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-Dkioskguard.native=" + onDriveZ(NATIVE.toAbsolutePath()),
                        "-cp",
                        classPath,
                        UnderWindows.class.getName(),
                        onDriveZ(report))
                .map(word -> '"' + word.replace("\\", "\\\\") + '"')
                .toList();
    }

    /** Wine shows this machine's files as its drive Z. */
    private static String onDriveZ(Path path) {
        return "Z:" + path.toString().replace('/', '\\');
    }
}
