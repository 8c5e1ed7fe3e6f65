package dev.kioskguard.sim.xfs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The controller's end of the control line: a command a line, its answer a line, and questions of the library between
 * them. Thread-safe.
 */
final class ControlLine implements AutoCloseable {

    /** Longer than the ten seconds for which a command may wait in the library. */
    private static final int ANSWER_SECONDS_MAX = 30;

    /** A process and its virtual machine may have to start first, perhaps under Wine. */
    private static final int CONNECT_SECONDS_MAX = 60;

    private static final String LOST = "error the native manager is gone";

    private final ServerSocket door;
    private final PinBlockDesk pinBlocks;
    private final CompletableFuture<Socket> connected = new CompletableFuture<>();
    private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(2);
    private @Nullable Writer out;

    private ControlLine(ServerSocket door, PinBlockDesk pinBlocks) {
        this.door = door;
        this.pinBlocks = pinBlocks;
    }

    static ControlLine open(PinBlockDesk pinBlocks) throws IOException {
        var line = new ControlLine(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), pinBlocks);
        Thread reader = new Thread(line::read, "native-control");
        reader.setDaemon(true);
        reader.start();
        return line;
    }

    int port() {
        return door.getLocalPort();
    }

    private void read() {
        try (Socket socket = door.accept()) {
            socket.setTcpNoDelay(true);
            connected.complete(socket);
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("? ")) {
                    say("! " + pinBlocks.answer(line.substring(2)));
                } else {
                    answers.add(line);
                }
            }
        } catch (IOException e) {
            connected.completeExceptionally(e);
        }
        boolean unused = answers.offer(LOST);
    }

    /** Sends a command and returns the words behind the {@code ok} of its answer. */
    synchronized String ask(String command) {
        say(command);
        try {
            String answer = answers.poll(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
            if (answer == null) {
                throw new UncheckedIOException(new IOException("the native manager does not answer " + command));
            }
            if (!answer.startsWith("ok")) {
                throw new IllegalStateException("%s: %s".formatted(command, answer));
            }
            return answer.substring("ok".length()).strip();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("somebody does not want to know any more", e);
        }
    }

    /** Sends a line that nothing answers, once the library has connected. */
    void say(String line) {
        try {
            Socket socket = connected.get(CONNECT_SECONDS_MAX, TimeUnit.SECONDS);
            synchronized (answers) {
                if (out == null) {
                    out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
                }
                out.write(line + "\n");
                out.flush();
            }
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new UncheckedIOException(new IOException("the native manager cannot be told: " + line, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("somebody does not want to tell it any more", e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            if (connected.isDone() && !connected.isCompletedExceptionally()) {
                connected.join().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
