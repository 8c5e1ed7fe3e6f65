package dev.kioskguard.sim.measure.desk;

import dev.kioskguard.sim.measure.page.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page in a real browser that is asked what stands on it, by the browser's own line for developers (DevTools). */
final class Glass implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ANSWER_SECONDS_MAX = 30;
    private static final int LOOK_EVERY_MS = 50;
    private static final int LOOKS_MAX = 600;
    private static final int TRIES_MAX = 100;

    /** Two frames: one in which the page was drawn, and one that can only begin after it. */
    private static final String WHEN_SEEN = """
            new Promise((seen) => {
              const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => seen(true)));
              const look = () => {
                if (%s) {
                  observer.disconnect();
                  drawn();
                }
              };
              const observer = new MutationObserver(look);
              observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
              look();
            })""";

    private final Browser browser;
    private final WebSocket line;
    private final Ears ears;
    private final AtomicInteger numbers = new AtomicInteger();

    private Glass(Browser browser, WebSocket line, Ears ears) {
        this.browser = browser;
        this.line = line;
        this.ears = ears;
    }

    /** Opens a page in a browser whose profile is made in a folder that is not there yet. */
    static Glass at(URI page, Path profile) throws IOException, InterruptedException {
        Browser browser = Browser.at(page, profile, "--remote-debugging-port=0");
        try {
            var ears = new Ears();
            var client = HttpClient.newHttpClient();
            WebSocket line = client.newWebSocketBuilder()
                    .buildAsync(debugged(client, profile.resolve("DevToolsActivePort")), ears)
                    .orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)
                    .join();
            return new Glass(browser, line, ears);
        } catch (IOException | RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    /** The browser writes where it listens once it does, and tells there which pages it has. */
    private static URI debugged(HttpClient client, Path port) throws IOException, InterruptedException {
        for (int looks = 0; looks < LOOKS_MAX; looks++) {
            List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
            if (!lines.isEmpty()) {
                var list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + lines.get(0) + "/json/list"))
                        .build();
                for (JsonNode target :
                        JSON.readTree(client.send(list, BodyHandlers.ofString()).body())) {
                    if (target.path("type").asString("").equals("page")) {
                        return URI.create(target.path("webSocketDebuggerUrl").asString());
                    }
                }
            }
            pause();
        }
        throw new IOException("the browser shows no page; is chromium installed?");
    }

    static void pause() throws InterruptedException {
        boolean unused = new CountDownLatch(1).await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * Returns the instant, of {@link System#nanoTime}, at which something is on the glass. It fails where the page is
     * left before, as a browser does on its way to its first.
     */
    CompletableFuture<Long> whenSeen(String expression) {
        CompletableFuture<Long> seen = asked(WHEN_SEEN.formatted(expression)).thenApply(Glass::at);
        // The page takes one question after the other: once it has answered another, it is watching.
        var unused = run("true");
        return seen;
    }

    private static long at(Reply reply) {
        if (!reply.value().asBoolean(false)) {
            throw new IllegalStateException("the page was left");
        }
        return reply.at();
    }

    /** Waits until something is on the glass, of whatever page comes to be there. */
    void awaitSeen(String expression) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                var unused = whenSeen(expression)
                        .orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)
                        .join();
                return;
            } catch (CompletionException e) {
                browser.requireAlive();
                if (tries >= TRIES_MAX || !(e.getCause() instanceof IllegalStateException)) {
                    String there = run("document.body.innerText").asString("");
                    throw new IOException("not to be seen: " + expression + "; there is: " + there, e);
                }
                pause();
            }
        }
    }

    /** Has the page carry out a script, and returns what it comes to. */
    JsonNode run(String script) {
        return asked(script)
                .orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)
                .join()
                .value();
    }

    private CompletableFuture<Reply> asked(String script) {
        int number = numbers.incrementAndGet();
        CompletableFuture<Reply> reply = ears.await(number);
        var params = Map.of("expression", script, "awaitPromise", true, "returnByValue", true);
        line.sendText(
                        JSON.writeValueAsString(Map.of("id", number, "method", "Runtime.evaluate", "params", params)),
                        true)
                .join();
        return reply;
    }

    @Override
    public void close() {
        line.abort();
        browser.close();
    }

    /**
     * An answer of the page.
     *
     * @param at when it came, of {@link System#nanoTime}
     */
    private record Reply(JsonNode value, long at) {}

    /** What comes back, by the numbers of the questions. */
    private static final class Ears implements WebSocket.Listener {

        private final Map<Integer, CompletableFuture<Reply>> awaited = new ConcurrentHashMap<>();
        private final StringBuilder begun = new StringBuilder();

        CompletableFuture<Reply> await(int number) {
            return awaited.computeIfAbsent(number, fresh -> new CompletableFuture<>());
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            long at = System.nanoTime();
            begun.append(piece);
            if (last) {
                JsonNode told = JSON.readTree(begun.toString());
                begun.setLength(0);
                CompletableFuture<Reply> reply = awaited.remove(told.path("id").asInt(0));
                if (reply != null) {
                    reply.complete(new Reply(told.path("result").path("result").path("value"), at));
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
