package dev.kioskguard.sim.example;

import dev.kioskguard.sim.whole.ConfigCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The project's own configuration, for an application that owns the machine, on free ports of this one. */
public final class BesideConfig {

    private static final Path CONFIG = Path.of("..", "config");

    private BesideConfig() {}

    /** Copies it to a folder that is not there yet, with its devices behind another publisher. */
    public static Path of(Path to, int publisherPort) {
        ConfigCopy.of(CONFIG, to, "ownership: hosted", "ownership: beside");
        int base = freePort();
        edit(
                to,
                text -> text.replace("base: 8470", "base: " + base)
                        .replace("127.0.0.1:5846", "127.0.0.1:" + publisherPort));
        return to;
    }

    /** Changes what kiosk.yaml says. */
    public static void edit(Path config, UnaryOperator<String> change) {
        Path kiosk = config.resolve("kiosk.yaml");
        try {
            Files.writeString(kiosk, change.apply(Files.readString(kiosk)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
