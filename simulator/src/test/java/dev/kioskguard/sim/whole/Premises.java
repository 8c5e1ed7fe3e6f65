package dev.kioskguard.sim.whole;

import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.sqlite.JournalReader;
import dev.kioskguard.sim.browser.Tone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A place for one simulation: the shipped configuration with short hums for voices, a data folder, free ports. */
record Premises(Path config, Path data, int portBase) {

    /** Time runs so much faster that a whole transfer takes a second or two. */
    static final int PACE = 20;

    private static final double CLIP_SECONDS = 0.1;
    private static final int PORTS_FROM = 20_000;
    private static final int PORTS_TO = 32_000;
    private static final int PORTS_EACH = 4;

    static Premises in(Path folder) throws IOException {
        Path config = folder.resolve("config");
        copy(shipped(), config);
        Path clips = Files.createDirectories(config.resolve("voices/recorded"));
        byte[] hum = Tone.lasting(CLIP_SECONDS);
        for (String line : Files.readAllLines(config.resolve("content/voices.yaml"))) {
            if (line.matches("[a-z0-9].*: .*")) {
                Files.write(clips.resolve(line.substring(0, line.indexOf(':')) + ".wav"), hum);
            }
        }
        return new Premises(config, folder.resolve("data"), freePorts());
    }

    Simulation.Options options() {
        return options(PACE);
    }

    Simulation.Options options(int pace) {
        return new Simulation.Options(config, data, true, Optional.of(portBase), pace, 1, false);
    }

    /** Of a simulation with a broker and a desk for the branch around it. */
    Simulation.Options optionsWithBroker() {
        return new Simulation.Options(config, data, true, Optional.of(portBase), PACE, 1, true);
    }

    Person person() {
        return new Person(portBase, data);
    }

    /** The project's configuration, wherever below its top folder the tests were started. */
    private static Path shipped() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("config/kiosk.yaml"))) {
            folder = folder.getParent();
        }
        return folder.resolve("config");
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Path copy = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(path, copy);
            }
        }
    }

    /** A base with its followers free: below the ports that the system hands out to clients. */
    static int freePorts() {
        return new Random()
                .ints(PORTS_FROM, PORTS_TO)
                .filter(base -> IntStream.range(base, base + PORTS_EACH).allMatch(Premises::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Returns the lines of a kind in the journal. */
    List<Line.Fields> lines(String kind) {
        return lines(data, kind);
    }

    /** Returns the lines of a kind in the journal of any data folder. */
    static List<Line.Fields> lines(Path data, String kind) {
        var found = new ArrayList<Line.Fields>();
        try (JournalReader reader = JournalReader.open(data.resolve("journal.db"))) {
            for (Line line : reader.all()) {
                if (line.fields().kind().equals(kind)) {
                    found.add(line.fields());
                }
            }
        }
        return found;
    }

    /** What a file of the data folder holds. */
    String kept(String name) {
        try {
            return Files.readString(data.resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
