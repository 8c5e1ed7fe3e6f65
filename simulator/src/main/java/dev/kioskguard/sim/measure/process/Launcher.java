package dev.kioskguard.sim.measure.process;

import dev.kioskguard.sim.whole.ConfigCopy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    Path configurationAt(String devices, String found) {
        return ConfigCopy.of(config, scratch.resolve("config-" + found.replaceAll("[^0-9]", "")), devices, found);
    }
}
