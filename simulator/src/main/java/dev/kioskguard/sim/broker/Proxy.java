package dev.kioskguard.sim.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wire to a port of loopback that can be cut, mended and slowed. */
public final class Proxy implements AutoCloseable {

    private static final int PIECE_BYTES = 512;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile Duration delay = Duration.ZERO;

    private Proxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    public static Proxy to(int target) throws IOException {
        var proxy = new Proxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        begin("proxy", proxy::accept);
        return proxy;
    }

    public URI uri() {
        return URI.create("mqtt://127.0.0.1:" + door.getLocalPort());
    }

    /** Breaks every connection, and every one that is tried until it is mended. */
    public void cut() throws IOException {
        cut = true;
        for (Socket socket : open) {
            socket.close();
        }
    }

    public void mend() {
        cut = false;
    }

    /** From now on each piece of half a kilobyte waits for so long, in each direction. */
    public void slow(Duration delay) {
        this.delay = delay;
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket near = door.accept();
                if (cut) {
                    near.close();
                } else {
                    join(near);
                }
            }
        } catch (IOException closed) {
            // The proxy was closed.
        }
    }

    private void join(Socket near) throws IOException {
        try {
            var far = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(near);
            open.add(far);
            begin("there", () -> carry(near, far));
            begin("back", () -> carry(far, near));
        } catch (IOException nobodyThere) {
            near.close();
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] piece = new byte[PIECE_BYTES];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (!delay.isZero()) {
                    var unused = new CountDownLatch(1).await(delay.toMillis(), TimeUnit.MILLISECONDS);
                }
                out.write(piece, 0, read);
                out.flush();
            }
        } catch (IOException broken) {
            // One side has gone; the other follows.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void begin(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
