package dev.kioskguard.sim.bench;

import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.stream.SseStreams;
import io.javalin.config.RoutesConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Events for the bench's page: a view is sent when it is not what was sent last. Looks only while somebody listens. */
final class ChangeWatch implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final int STREAMS_MAX = 8;

    private final Map<String, Supplier<Map<String, Object>>> views;
    private final Map<String, String> sent = new ConcurrentHashMap<>();
    private final SseStreams streams = new SseStreams("bench-events", STREAMS_MAX);
    private final ScheduledExecutorService looks = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "bench-watch");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A watch over some views.
     *
     * @param views by the name of their event
     */
    ChangeWatch(Map<String, Supplier<Map<String, Object>>> views) {
        this.views = Map.copyOf(views);
        var unused = looks.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                "/sim/events",
                ctx -> streams.open(
                        ctx, stream -> views.forEach((event, view) -> stream.send(event, Json.text(view.get())))));
    }

    private void look() {
        if (streams.size() > 0) {
            views.forEach((event, view) -> {
                String now = Json.text(view.get());
                if (!now.equals(sent.put(event, now))) {
                    streams.broadcastLatest(event, now);
                }
            });
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
        streams.close();
    }
}
