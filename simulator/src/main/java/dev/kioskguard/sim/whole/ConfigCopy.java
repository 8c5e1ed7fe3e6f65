package dev.kioskguard.sim.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A configuration like another, but for some words of its kiosk.yaml. */
public final class ConfigCopy {

    private static final String KIOSK = "kiosk.yaml";

    private ConfigCopy() {}

    /**
     * Copies a configuration.
     *
     * @param to a folder that is not there yet
     * @param words what kiosk.yaml says
     * @param instead what it says in the copy
     * @throws IllegalArgumentException when kiosk.yaml does not say it
     */
    public static Path of(Path from, Path to, String words, String instead) {
        try (Stream<Path> files = Files.walk(from)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
            String text = Files.readString(to.resolve(KIOSK));
            if (!text.contains(words)) {
                throw new IllegalArgumentException(from.resolve(KIOSK) + " does not say " + words);
            }
            Files.writeString(to.resolve(KIOSK), text.replace(words, instead));
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException("the configuration cannot be copied to " + to, e);
        }
    }
}
