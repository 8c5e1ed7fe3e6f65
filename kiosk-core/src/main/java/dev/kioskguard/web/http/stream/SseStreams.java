package dev.kioskguard.web.http.stream;

import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.Problem;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The open event streams of one kind, such as those of the customer's screen. Threadsafe. */
public final class SseStreams implements AutoCloseable {

    /** Shorter than the silence after which a connection is dropped, and than what proxies allow. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final int streamsMax;
    private final Map<SseStream, String> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService pulse;
    private volatile boolean closed;

    public SseStreams(String name, int streamsMax) {
        this(name, streamsMax, HEARTBEAT);
    }

    /** Makes streams with a heartbeat of their own; a client that is gone shows only when something is sent to it. */
    public SseStreams(String name, int streamsMax, Duration heartbeat) {
        this.streamsMax = streamsMax;
        pulse = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name + "-pulse");
            thread.setDaemon(true);
            return thread;
        });
        var unused = pulse.scheduleAtFixedRate(
                () -> open.keySet().forEach(SseStream::beat),
                heartbeat.toMillis(),
                heartbeat.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /**
     * Turns a request into an event stream.
     *
     * @param first tells the newcomer how things stand; it runs after the stream has joined the others, so that no
     *     {@link #broadcast} falls between
     * @throws dev.kioskguard.web.http.ProblemException 503 when as many are open as are allowed, or all is closing
     */
    public void open(Context ctx, Consumer<SseStream> first) {
        open(ctx, "", first);
    }

    /** Like {@link #open(Context, Consumer)}, for somebody who may have to be cut off: see {@link #closeUnless}. */
    public void open(Context ctx, String holder, Consumer<SseStream> first) {
        if (closed || open.size() >= streamsMax) {
            throw Problem.unavailable(
                            "too-many-streams", "at most %d streams may be open; close one".formatted(streamsMax))
                    .asException();
        }
        ctx.header("X-Accel-Buffering", "no");
        ctx.status(200).contentType("text/event-stream;charset=utf-8");
        if (Listener.isHead(ctx)) {
            return;
        }
        ctx.future(() -> {
            SseStream stream = SseStream.over(ctx.req().getAsyncContext(), open::remove);
            open.put(stream, holder);
            first.accept(stream);
            if (closed) {
                stream.close();
            }
            return stream.ended();
        });
    }

    /** Sends an event to every open stream; one that cannot keep up is closed, and its client comes back. */
    public void broadcast(String event, String json) {
        open.keySet().forEach(stream -> stream.send(event, json));
    }

    /** Like {@link #broadcast}, but an older event of that name which still waits is replaced. */
    public void broadcastLatest(String event, String json) {
        open.keySet().forEach(stream -> stream.sendLatest(event, json));
    }

    /** Ends the streams of those who may not listen any more. */
    public void closeUnless(Predicate<String> mayListen) {
        open.forEach((stream, holder) -> {
            if (!mayListen.test(holder)) {
                stream.close();
            }
        });
    }

    /** Returns how many streams are open. */
    public int size() {
        return open.size();
    }

    @Override
    public void close() {
        closed = true;
        pulse.shutdownNow();
        open.keySet().forEach(SseStream::close);
    }
}
