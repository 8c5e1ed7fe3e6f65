package dev.kioskguard.app.verb;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/**
 * Where a verb finds what it reads and leaves what it writes, as options that every verb shares. The launcher names
 * the project's root in {@code kioskguard.home}; without it, the working directory counts.
 */
public final class Places {
    @Option(
            names = "--config",
            paramLabel = "DIR",
            defaultValue = "${sys:kioskguard.home:-.}/config",
            description = "the folder of files that a bank engineer edits (default: config)")
    private Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:kioskguard.home:-.}/data",
            description = "the folder of journal, outbox, keys and tokens (default: data)")
    private Path data;

    public Path config() {
        return config;
    }

    public Path data() {
        return data;
    }
}
