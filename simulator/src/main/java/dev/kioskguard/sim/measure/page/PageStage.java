package dev.kioskguard.sim.measure.page;

import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import dev.kioskguard.web.screen.PageFiles;
import dev.kioskguard.web.screen.PageFiles.PageFile;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The customer's page with a watch in it that posts what it measured. */
final class PageStage implements AutoCloseable {

    private static final int ANSWER_SECONDS_MAX = 20;
    /** Reset Content: the watch in the page takes it as the order to load once more. */
    private static final int LOAD_AGAIN = 205;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WATCH = "<script src=\"/screen/watch.js\"></script>\n  <meta charset";

    private final PageFiles files = new PageFiles();
    private final Listener listener;
    private final List<SseClient> watchers = new CopyOnWriteArrayList<>();
    private final BlockingQueue<JsonNode> measured = new LinkedBlockingQueue<>();
    private volatile ObjectNode state;
    private volatile boolean loadsAgain;

    PageStage(ObjectNode first) {
        state = first;
        listener = Listener.start(ListenerSettings.of("measure", 0), this::routes);
    }

    URI page() {
        return listener.uri().resolve("/screen");
    }

    /** Shows a state and returns the milliseconds from its arrival in the page until it was on the glass. */
    double millisToShow(ObjectNode next) throws InterruptedException, IOException {
        state = next;
        watchers.forEach(watcher -> watcher.sendEvent(next.toString()));
        return await("change", next.path("screenId").asString());
    }

    /** Makes the page load itself again each time that its first screen was measured. */
    void loadAgainAndAgain() {
        loadsAgain = true;
    }

    /** Returns the milliseconds from the request for the page until its first screen was on the glass. */
    double millisToFirst() throws InterruptedException, IOException {
        return await("first", state.path("screenId").asString());
    }

    private double await(String what, String screenId) throws InterruptedException, IOException {
        for (JsonNode next = poll(); ; next = poll()) {
            if (next.path("what").asString().equals(what)
                    && next.path("shown").asString().equals(screenId)) {
                return next.path("ms").asDouble();
            }
        }
    }

    private JsonNode poll() throws InterruptedException, IOException {
        JsonNode next = measured.poll(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        if (next == null) {
            throw new IOException("the browser shows nothing; is chromium installed?");
        }
        return next;
    }

    private void routes(RoutesConfig routes) {
        routes.get("/screen", ctx -> {
            serve(ctx, PageFiles.DOCUMENT);
            ctx.result(Objects.requireNonNull(ctx.result()).replaceFirst("<meta charset", WATCH));
        });
        routes.get("/screen/state", ctx -> ctx.contentType("application/json").result(state.toString()));
        routes.sse("/screen/events", watcher -> {
            watcher.keepAlive();
            watchers.add(watcher);
            watcher.onClose(() -> watchers.remove(watcher));
            watcher.sendEvent(state.toString());
        });
        routes.post("/screen/proofs", ctx -> ctx.status(204));
        routes.post("/measured", ctx -> {
            measured.add(JSON.readTree(ctx.body()));
            ctx.status(loadsAgain ? LOAD_AGAIN : 204);
        });
        routes.get(
                "/screen/watch.js",
                ctx -> ctx.contentType("text/javascript; charset=utf-8").result(watch()));
        routes.get("/screen/{file}", ctx -> serve(ctx, ctx.pathParam("file")));
    }

    private void serve(Context ctx, String name) {
        Optional<PageFile> file = files.find(name);
        ctx.status(file.isEmpty() ? 404 : 200);
        file.ifPresent(found -> ctx.contentType(found.type()).result(found.text()));
    }

    private static String watch() throws IOException {
        try (InputStream file = Objects.requireNonNull(PageStage.class.getResourceAsStream("watch.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        watchers.forEach(SseClient::close);
        listener.close();
    }
}
