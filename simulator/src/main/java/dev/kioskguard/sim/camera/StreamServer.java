package dev.kioskguard.sim.camera;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Serves the reel as MJPEG over HTTP on loopback, as many a network camera does. */
final class StreamServer implements AutoCloseable {

    /** Clients at once; another is refused. */
    static final int CLIENTS_MAX = 4;

    static final Duration SLOWNESS = Duration.ofSeconds(3);

    private static final String PATH = "/camera";
    private static final String BOUNDARY = "kiosk-camera";
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Reel reel;
    private final Supplier<LensFault> fault;
    private final HttpServer server;
    private final ThreadPoolExecutor clients;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Begins to serve, on a free port. */
    StreamServer(Reel reel, Supplier<LensFault> fault) {
        this.reel = reel;
        this.fault = fault;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CLIENTS_MAX);
        } catch (IOException e) {
            throw new UncheckedIOException("the camera's stream finds no free port", e);
        }
        clients = new ThreadPoolExecutor(0, CLIENTS_MAX, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            var thread = new Thread(task, "camera-stream");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(clients);
        server.createContext(PATH, this::stream);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    private void stream(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (fault.get() == LensFault.UNPLUGGED) {
                return; // the line is cut without a word
            }
            exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=" + BOUNDARY);
            exchange.sendResponseHeaders(200, 0);
            send(exchange.getResponseBody());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(OutputStream out) throws IOException, InterruptedException {
        long seen = 0;
        while (closed.getCount() > 0 && fault.get() != LensFault.UNPLUGGED) {
            Reel.Shot shot = reel.after(seen, LOOK_EVERY);
            if (shot != null) {
                seen = shot.number();
                String head = "--%s\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
                        .formatted(BOUNDARY, shot.jpeg().length);
                out.write(head.getBytes(US_ASCII));
                out.write(shot.jpeg());
                out.write("\r\n".getBytes(US_ASCII));
                out.flush();
            }
            if (fault.get() == LensFault.SLOW) {
                var unused = closed.await(SLOWNESS.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        clients.shutdownNow();
    }
}
