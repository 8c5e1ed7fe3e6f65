package dev.kioskguard.sim.measure.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the measured verbs come from and where they may write.
 *
 * @param program the project's launcher
 * @param config the folder of the configuration to run with
 * @param scratch an existing folder for what the verbs leave behind
 */
public record Launcher(Path program, Path config, Path scratch) {

    List<String> command(String verb, Path configuration, Path data, int portBase) {
        return new ArrayList<>(List.of(
                program.toString(),
                verb,
                "--config",
                configuration.toString(),
                "--data",
                data.toString(),
                "--port-base",
                String.valueOf(portBase)));
    }

    /** Copies the configuration, with other addresses for its devices. */
    Path configurationAt(String devices, String found) throws IOException {
        Path copy = scratch.resolve("config");
        try (Stream<Path> files = Files.walk(config)) {
            files.forEach(
                    file -> copy(file, copy.resolve(config.relativize(file).toString())));
        }
        Path kiosk = copy.resolve("kiosk.yaml");
        String text = Files.readString(kiosk);
        if (!text.contains(devices)) {
            throw new IOException("kiosk.yaml names no device at " + devices);
        }
        Files.writeString(kiosk, text.replace(devices, found));
        return copy;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
