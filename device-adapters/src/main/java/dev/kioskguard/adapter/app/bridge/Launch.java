package dev.kioskguard.adapter.app.bridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the host's process is started: the same classes in another JVM, which may have other bits than this one.
 *
 * @param java the JVM's launcher
 * @param main the class that knows the host's verb
 * @param logs the folder of its logs, and of what is left of a crash
 * @param arguments what the host's verb is told beside its port
 */
record Launch(Path java, String main, Path logs, List<String> arguments) {

    /** Crash logs beyond this are deleted, the oldest first. */
    static final int CRASH_LOGS_MAX = 10;

    /** Beside drivers of 32 bits a large heap has no room (two gigabytes in all). */
    private static final List<String> LIMITS = List.of(
            "-Xms8m",
            "-Xmx96m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    private static final List<String> PASSED_ON = List.of("kioskguard.", "jna.");
    private static final String CRASH_LOG = "crash-";

    Launch {
        arguments = List.copyOf(arguments);
    }

    /** Starts the process; what it says on standard error is said here too. */
    Process start(List<String> port) throws IOException {
        Files.createDirectories(logs);
        deleteOldCrashLogs();
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(LIMITS);
        command.add("-XX:ErrorFile=" + logs.resolve(CRASH_LOG + "%p.log"));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> PASSED_ON.stream().anyMatch(name::startsWith))
                .sorted()
                .forEach(name -> command.add("-D%s=%s".formatted(name, System.getProperty(name))));
        command.addAll(List.of(main, HostCommand.NAME, "--logs=" + logs));
        command.addAll(port);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Not an argument: with every jar by its path it may be longer than Windows takes.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }

    /** Returns where a process leaves what it knows of its own crash. */
    Path crashLog(long pid) {
        return logs.resolve(CRASH_LOG + pid + ".log");
    }

    private void deleteOldCrashLogs() throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            List<Path> newestFirst = files.filter(
                            file -> file.getFileName().toString().startsWith(CRASH_LOG))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
            for (Path old : newestFirst.subList(Math.min(CRASH_LOGS_MAX, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(old);
            }
        }
    }
}
