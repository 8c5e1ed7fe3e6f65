package dev.kioskguard.adapter.mqtt;

import static dev.kioskguard.adapter.mqtt.Quick.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Mosquitto of the test's own, on a free port of loopback, that forgets everything when it ends. */
public final class Mosquitto implements AutoCloseable {

    private static final List<Path> PLACES = Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin")
            .map(folder -> Path.of(folder, "mosquitto"))
            .toList();

    private final Path folder;
    private final int port;
    private final String scheme;
    private Process process;

    private Mosquitto(Path folder, int port, String scheme, String config) throws IOException {
        this.folder = folder;
        this.port = port;
        this.scheme = scheme;
        Files.writeString(folder.resolve("mosquitto.conf"), config);
        this.process = begin();
    }

    /** Starts one in the clear, or skips the test where none is installed. */
    public static Mosquitto start(Path folder) throws IOException {
        int port = freePort();
        return new Mosquitto(folder, port, "mqtt", common(port) + "allow_anonymous true\n");
    }

    /** Starts one that speaks TLS with whoever shows a certificate of the same authority. */
    public static Mosquitto startSecure(Path folder, Papers papers) throws IOException {
        return startSecure(folder, papers, "");
    }

    /** Like {@link #startSecure(Path, Papers)}, with a second door in the clear, for a witness. */
    public static Mosquitto startSecure(Path folder, Papers papers, int witnessPort) throws IOException {
        return startSecure(folder, papers, "listener %d 127.0.0.1\nallow_anonymous true\n".formatted(witnessPort));
    }

    private static Mosquitto startSecure(Path folder, Papers papers, String more) throws IOException {
        int port = freePort();
        return new Mosquitto(
                folder,
                port,
                "mqtts",
                common(port)
                        + "allow_anonymous true\nrequire_certificate true\ncafile %s\ncertfile %s\nkeyfile %s\n"
                                .formatted(papers.authority(), papers.file("broker.pem"), papers.file("broker.key"))
                        + more);
    }

    private static String common(int port) {
        return "listener %d 127.0.0.1\nuser root\npersistence false\nmax_queued_messages 5000\n".formatted(port);
    }

    private Process begin() throws IOException {
        Path binary = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(binary != null, "Mosquitto is not installed");
        Process begun = new ProcessBuilder(
                        binary.toString(),
                        "-c",
                        folder.resolve("mosquitto.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("mosquitto.log").toFile()))
                .start();
        soon().until(() -> {
            assertThat(begun.isAlive()).as(() -> log()).isTrue();
            return answers();
        });
        return begun;
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("mosquitto.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private boolean answers() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public URI uri() {
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    /** Ends it as a loss of power would. */
    public void kill() {
        process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Starts it again, at the same place and empty. */
    public void startAgain() throws IOException {
        process = begin();
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
