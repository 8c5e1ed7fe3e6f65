package dev.kioskguard.web.http.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One client's server-sent events. Sending never blocks: what the client does not take waits in a bounded queue, and
 * whoever lets it overflow is disconnected (its browser reconnects and is told afresh). Threadsafe.
 */
public final class SseStream {

    /** Events that may wait for a slow client. */
    public static final int QUEUE_LENGTH_MAX = 64;

    private static final Frame HEARTBEAT = new Frame("", ":\n\n");

    private final ServletOutputStream out;
    private final Consumer<SseStream> whenEnded;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private boolean mayWrite;
    private boolean mustFlush;
    private boolean closing;

    private SseStream(ServletOutputStream out, Consumer<SseStream> whenEnded) {
        this.out = out;
        this.whenEnded = whenEnded;
    }

    static SseStream over(AsyncContext exchange, Consumer<SseStream> whenEnded) {
        try {
            SseStream stream = new SseStream(exchange.getResponse().getOutputStream(), whenEnded);
            // The first bytes go out at once, so that a client knows that it is connected.
            stream.waiting.add(HEARTBEAT);
            stream.out.setWriteListener(stream.new Writer());
            return stream;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Sends an event, or closes the stream when {@link #QUEUE_LENGTH_MAX} wait already. */
    public void send(String event, String json) {
        offer(new Frame(event, frame(event, json)), false);
    }

    /** Sends an event in place of any of the same name that still waits: the newest state wins. */
    public void sendLatest(String event, String json) {
        offer(new Frame(event, frame(event, json)), true);
    }

    /** Ends the stream; closing twice is closing once. */
    public void close() {
        synchronized (this) {
            closing = true;
            waiting.clear();
        }
        end();
    }

    /** Completes when the stream is over, for whatever reason. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    void beat() {
        synchronized (this) {
            if (!waiting.isEmpty()) {
                return;
            }
        }
        offer(HEARTBEAT, false);
    }

    private void offer(Frame frame, boolean replace) {
        boolean overflows;
        synchronized (this) {
            if (closing) {
                return;
            }
            if (replace) {
                waiting.removeIf(older -> older.event.equals(frame.event));
            }
            overflows = waiting.size() >= QUEUE_LENGTH_MAX;
            if (!overflows) {
                waiting.addLast(frame);
            }
        }
        if (overflows) {
            close();
        } else {
            drain();
        }
    }

    /** Writes as long as the connection takes it; afterwards the server calls the writer when it takes more. */
    private void drain() {
        boolean broken = false;
        synchronized (this) {
            try {
                while (mayWrite && !closing) {
                    if (!waiting.isEmpty()) {
                        out.write(waiting.removeFirst().text.getBytes(StandardCharsets.UTF_8));
                        mustFlush = true;
                    } else if (mustFlush) {
                        mustFlush = false;
                        out.flush();
                    } else {
                        return;
                    }
                    mayWrite = out.isReady();
                }
            } catch (IOException gone) {
                broken = true;
            }
        }
        if (broken) {
            close();
        }
    }

    private void end() {
        if (ended.complete(null)) {
            whenEnded.accept(this);
        }
    }

    private static String frame(String event, String json) {
        if (event.isEmpty() || event.chars().anyMatch(Character::isISOControl) || json.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("an event has a name and one line of JSON");
        }
        return "event: " + event + "\ndata: " + json + "\n\n";
    }

    private record Frame(String event, String text) {}

    private final class Writer implements WriteListener {
        @Override
        public void onWritePossible() {
            synchronized (SseStream.this) {
                mayWrite = out.isReady();
            }
            drain();
        }

        @Override
        public void onError(Throwable gone) {
            close();
        }
    }
}
