package dev.kioskguard.sim.browser;

import dev.kioskguard.web.http.Listener;
import dev.kioskguard.web.http.ListenerSettings;
import dev.kioskguard.web.screen.PageFiles;
import dev.kioskguard.web.screen.PageFiles.PageFile;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The customer's page behind the listener and headers of production, with a guard that shows what a test wants and
 * remembers what the page said.
 */
final class ScreenStage implements AutoCloseable {

    static final double CLIP_SECONDS = 0.4;
    private static final Path SIGNS = Path.of("../config/content/signs");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PageFiles files = new PageFiles();
    private final Listener listener;
    private final List<SseClient> watchers = new CopyOnWriteArrayList<>();
    private final List<JsonNode> proofs = new CopyOnWriteArrayList<>();
    private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
    private final List<String> clips = new CopyOnWriteArrayList<>();
    private final Queue<ObjectNode> coming = new ConcurrentLinkedQueue<>();
    private final AtomicInteger proofsToRefuse = new AtomicInteger();
    private volatile int answerStatus = 204;
    private volatile ObjectNode state;

    ScreenStage(ObjectNode first) {
        this(first, 0);
    }

    ScreenStage(ObjectNode first, int port) {
        state = first;
        listener = Listener.start(ListenerSettings.of("stage", port), this::routes);
    }

    URI page() {
        return listener.uri().resolve("/screen");
    }

    int port() {
        return listener.port();
    }

    void show(ObjectNode next) {
        state = next;
        watchers.forEach(watcher -> watcher.sendEvent(JSON.writeValueAsString(next)));
    }

    /** States that the page asks for one by one, each shown as every other is. */
    void willShow(List<ObjectNode> states) {
        coming.clear();
        coming.addAll(states);
    }

    /** Changes the state without telling the page, as when its line is slower than its question. */
    void showUntold(ObjectNode next) {
        state = next;
    }

    void answerWith(int status) {
        answerStatus = status;
    }

    void refuseProofs(int count) {
        proofsToRefuse.set(count);
    }

    List<JsonNode> answers() {
        return List.copyOf(answers);
    }

    /** The clips that were asked for since the last time they were forgotten, in order. */
    List<String> clips() {
        return List.copyOf(clips);
    }

    void forgetClips() {
        clips.clear();
    }

    /** What was said about a channel of a screen: true, false, or null where nothing was said; the last word counts. */
    @Nullable
    Boolean proof(String screenId, String channel) {
        return proofs.stream()
                .filter(proof -> proof.path("screenId").asString().equals(screenId))
                .filter(proof -> proof.path("channel").asString().equals(channel))
                .reduce((earlier, later) -> later)
                .map(proof -> proof.path("ok").asBoolean())
                .orElse(null);
    }

    long timesProven(String screenId, String channel) {
        return proofs.stream()
                .filter(proof -> proof.path("screenId").asString().equals(screenId))
                .filter(proof -> proof.path("channel").asString().equals(channel))
                .count();
    }

    @Override
    public void close() {
        watchers.forEach(SseClient::close);
        listener.close();
    }

    private void routes(RoutesConfig routes) {
        routes.get("/screen", ctx -> asset(ctx, PageFiles.DOCUMENT));
        routes.get("/screen/state", ctx -> ctx.contentType("application/json").result(state.toString()));
        routes.sse("/screen/events", watcher -> {
            watcher.keepAlive();
            watchers.add(watcher);
            watcher.onClose(() -> watchers.remove(watcher));
            watcher.sendEvent(state.toString());
        });
        routes.post("/screen/answers", ctx -> {
            answers.add(JSON.readTree(ctx.body()));
            ctx.status(answerStatus);
        });
        routes.post("/screen/proofs", ctx -> {
            boolean refused = proofsToRefuse.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!refused) {
                proofs.add(JSON.readTree(ctx.body()));
            }
            ctx.status(refused ? 503 : 204);
        });
        routes.post("/screen/next", ctx -> {
            ObjectNode next = coming.remove();
            show(next);
            ctx.result(next.path("screenId").asString());
        });
        routes.get("/screen/voice/{clip}", this::voice);
        routes.get("/screen/signs/{sign}", ScreenStage::sign);
        routes.get("/screen/{file}", ctx -> asset(ctx, ctx.pathParam("file")));
    }

    private void voice(Context ctx) {
        clips.add(ctx.pathParam("clip"));
        if (ctx.pathParam("clip").endsWith("missing")) {
            ctx.status(404);
            return;
        }
        ctx.contentType("audio/wav").result(Tone.lasting(CLIP_SECONDS));
    }

    private static void sign(Context ctx) throws IOException {
        Path file = SIGNS.resolve(ctx.pathParam("sign"));
        ctx.status(Files.exists(file) ? 200 : 404);
        if (Files.exists(file)) {
            ctx.contentType("image/svg+xml").result(Files.readString(file));
        }
    }

    private void asset(Context ctx, String name) {
        Optional<PageFile> file = files.find(name);
        ctx.status(file.isEmpty() ? 404 : 200);
        file.ifPresent(found -> ctx.contentType(found.type()).result(found.text()));
    }
}
