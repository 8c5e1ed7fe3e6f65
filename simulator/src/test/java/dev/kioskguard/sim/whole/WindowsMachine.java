package dev.kioskguard.sim.whole;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A Windows machine under Wine, with Kiosk Guard as an engineer would copy it there: the launcher, the jars and the
 * configuration in a folder with blanks in its name, and with Chinese where this machine knows the language.
 */
final class WindowsMachine {

    static final Duration SOON = Duration.ofMinutes(2);

    private static final Path WINE = Path.of("/usr/lib/wine/wine64");
    private static final Path WINESERVER = Path.of("/usr/lib/wine/wineserver");
    private static final Path NATIVE =
            Path.of(System.getProperty("kioskguard.native", "target/native")).toAbsolutePath();
    private static final Path JAVA = NATIVE.resolve("jre/bin/java.exe");

    /** Its disk C, kept from one run to the next: it takes half a minute to make. */
    private static final Path PREFIX = NATIVE.resolve("wine-kiosk");

    private final Path locales;
    private final boolean chinese;
    private final Path home;

    private WindowsMachine(Path folder) throws IOException, InterruptedException {
        locales = Files.createDirectories(folder.resolve("locales"));
        chinese = succeeds("localedef", "-i", "zh_CN", "-f", "UTF-8", locales.resolve("zh_CN.UTF-8"));
        home = Files.createDirectories(folder.resolve(chinese ? "自助 终端" : "self service"));
        Path lib = Files.createDirectories(home.resolve("lib"));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry :
                Pattern.compile(File.pathSeparator).splitAsStream(classPath).toList()) {
            put(Path.of(entry).toAbsolutePath(), lib);
        }
        Files.copy(project().resolve("kiosk.cmd"), home.resolve("kiosk.cmd"));
    }

    /** Sets one up below a folder; without Wine or a Windows JRE the test is left out. */
    static WindowsMachine in(Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(WINE), "Wine is not installed; on Debian: apt-get install wine64");
        assumeTrue(Files.exists(JAVA), "there is no Windows JRE: ./kiosk test fetches it by Maven");
        return new WindowsMachine(folder);
    }

    private static boolean succeeds(Object... command) throws InterruptedException {
        try {
            return new ProcessBuilder(Stream.of(command).map(Object::toString).toList())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Of the class path, what a guard has: the core, the adapters and the libraries. */
    private static void put(Path entry, Path lib) throws IOException {
        boolean ours = entry.endsWith("kiosk-core/target/classes") || entry.endsWith("device-adapters/target/classes");
        if (ours) {
            zip(entry, lib.resolve(entry.getName(entry.getNameCount() - 3) + ".jar"));
        } else if (isLibrary(entry) && !Files.exists(lib.resolve(entry.getFileName()))) {
            Files.copy(entry, lib.resolve(entry.getFileName()));
        }
    }

    /** The largest are natives of other systems than that machine. */
    private static boolean isLibrary(Path entry) {
        return entry.toString().endsWith(".jar") && !entry.toString().contains("-linux-");
    }

    private static void zip(Path folder, Path jar) throws IOException {
        try (Stream<Path> walk = Files.walk(folder);
                OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
    }

    private static Path project() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("config/kiosk.yaml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The folder that Kiosk Guard was copied to. */
    Path home() {
        return home;
    }

    /** Starts a verb of {@code kiosk.cmd} in the folder where it lies. */
    Run start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(WINE.toString(), "cmd", "/c", "kiosk.cmd"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(home.getParent(), "out", ".txt");
        Path err = Files.createTempFile(home.getParent(), "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment());
        return new Run(builder.start(), out, err);
    }

    private Map<String, String> environment() {
        return Map.of(
                "WINEPREFIX",
                PREFIX.toString(),
                "WINEARCH",
                "win64",
                "WINEDEBUG",
                "-all",
                "WINEDLLOVERRIDES",
                "mscoree,mshtml=", // nothing here shows a page
                "LOCPATH",
                locales.toString(),
                "LC_ALL",
                chinese ? "zh_CN.UTF-8" : "C.UTF-8",
                "KIOSK_JAVA",
                there(JAVA));
    }

    /** Returns how that machine calls a file of this one: Wine shows them as its drive Z. */
    static String there(Path path) {
        return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
    }

    /** Ends everything on it, as a power failure would. */
    void powerOff() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(WINESERVER.toString(), "-k", "-w");
        builder.environment().putAll(environment());
        builder.start().waitFor(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    /** A verb at work. */
    record Run(Process process, Path outFile, Path errFile) {

        int exitCode() throws InterruptedException {
            if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it does not end: " + out() + err());
            }
            return process.exitValue();
        }

        String out() {
            return read(outFile);
        }

        String err() {
            return read(errFile);
        }

        private static String read(Path file) {
            try {
                return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** Waits for a line on standard output that begins so, and returns the rest of it. */
        String says(String beginning) {
            await().atMost(SOON)
                    .until(() -> !process.isAlive() || out().lines().anyMatch(line -> line.startsWith(beginning)));
            return out().lines()
                    .filter(line -> line.startsWith(beginning))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("it ended: " + out() + err()))
                    .substring(beginning.length())
                    .strip();
        }
    }
}
