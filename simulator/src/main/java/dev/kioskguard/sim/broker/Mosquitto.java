package dev.kioskguard.sim.broker;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Mosquitto of one's own, on a free port of loopback, that forgets everything when it ends. Used by one thread at a
 * time.
 */
public final class Mosquitto implements AutoCloseable {

    private static final List<Path> PLACES = Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin")
            .map(folder -> Path.of(folder, "mosquitto"))
            .toList();

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final int LOOKS_MAX = 1_000;
    private static final int END_SECONDS_MAX = 20;
    private static final int QUEUED_MESSAGES_MAX = 5_000;

    private static final String ROOM = "topic readwrite #\n";

    /** A limit of its own would be answered with a reason that MQTT 5 does not know there; this one is in order. */
    private static final String NO_ROOM = "topic read #\n";

    private final Path folder;
    private final int port;
    private final String scheme;
    private Process process;

    private Mosquitto(Path folder, int port, String scheme, String more) throws IOException {
        this.folder = folder;
        this.port = port;
        this.scheme = scheme;
        // With the rights of whoever starts it, as it lives in their folder.
        String manners = """
                listener %d 127.0.0.1
                user root
                persistence false
                max_queued_messages %d
                allow_anonymous true
                acl_file %s
                """.formatted(port, QUEUED_MESSAGES_MAX, rules()) + more;
        Files.writeString(folder.resolve("mosquitto.conf"), manners);
        this.process = begin();
    }

    public static boolean isInstalled() {
        return binary().isPresent();
    }

    private static Optional<Path> binary() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    /**
     * Starts one in the clear, and returns when it answers.
     *
     * @param folder of its own, for its configuration and its log
     * @throws IOException saying what to do, where it is not installed or does not come up
     */
    public static Mosquitto start(Path folder) throws IOException {
        return start(folder, "mqtt", "");
    }

    /**
     * Starts one whose door is set up further.
     *
     * @param scheme of {@link #uri}
     * @param more lines of its configuration, each with its end
     */
    public static Mosquitto start(Path folder, String scheme, String more) throws IOException {
        return new Mosquitto(Files.createDirectories(folder), freePort(), scheme, more);
    }

    private Process begin() throws IOException {
        Path binary = binary().orElseThrow(
                        () -> new IOException("Mosquitto is not installed; on Debian: apt-get install mosquitto"));
        Files.writeString(rules(), ROOM);
        Process begun = new ProcessBuilder(
                        binary.toString(),
                        "-c",
                        folder.resolve("mosquitto.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        for (int looks = 0; !answers(); looks++) {
            if (!begun.isAlive() || looks >= LOOKS_MAX) {
                begun.destroyForcibly();
                throw new IOException("Mosquitto does not answer; its log says: " + Files.readString(log()));
            }
            pause();
        }
        return begun;
    }

    private Path rules() {
        return folder.resolve("access");
    }

    private Path log() {
        return folder.resolve("mosquitto.log");
    }

    private boolean answers() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            boolean unused = new CountDownLatch(1).await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("somebody wants no broker any more", e);
        }
    }

    public int port() {
        return port;
    }

    public URI uri() {
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    /** Returns the id of its process. */
    public long pid() {
        return process.pid();
    }

    /** Ends it as a loss of power would; twice is once. */
    public void kill() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(END_SECONDS_MAX, TimeUnit.SECONDS)
                .join();
    }

    /** Starts it again, at the same place, empty, and with room. One that runs is left alone. */
    public void startAgain() throws IOException {
        if (!process.isAlive()) {
            process = begin();
        }
    }

    /** Has it refuse each message from now on, its lines still standing, or take them again. */
    public void fill(boolean full) throws IOException {
        Files.writeString(rules(), full ? NO_ROOM : ROOM);
        // It reads its rules anew at this signal, without anybody being put out.
        int unused = new ProcessBuilder("kill", "-HUP", Long.toString(process.pid()))
                .start()
                .onExit()
                .orTimeout(END_SECONDS_MAX, TimeUnit.SECONDS)
                .join()
                .exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    /** Returns a port of loopback that nobody has. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
