package dev.kioskguard.adapter.opencv.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server on loopback that says whatever a test wants of it, to one client after another. */
public final class StreamServer implements AutoCloseable {

    public static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=part\r\n\r\n";

    private final ServerSocket door;
    private final Script script;
    private final AtomicInteger clients = new AtomicInteger();

    public StreamServer(Script script) throws IOException {
        this.door = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        this.script = script;
        var thread = new Thread(this::serve, "stream-server");
        thread.setDaemon(true);
        thread.start();
    }

    public String place() {
        return "http://127.0.0.1:" + door.getLocalPort() + "/camera";
    }

    public int clients() {
        return clients.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                clients.incrementAndGet();
                client.getInputStream().read(new byte[2048]);
                script.play(client.getOutputStream());
            } catch (IOException gone) {
                // The client has left, or the test is over.
            }
        }
    }

    /** Says one picture of a stream. */
    public static void say(OutputStream out, byte[] jpeg) throws IOException {
        say(out, "--part\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n");
        out.write(jpeg);
        say(out, "\r\n");
        out.flush();
    }

    public static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(US_ASCII));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    /** What a client hears; the connection ends with it. */
    @FunctionalInterface
    public interface Script {
        void play(OutputStream out) throws IOException;
    }
}
