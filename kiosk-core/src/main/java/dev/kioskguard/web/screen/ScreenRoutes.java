package dev.kioskguard.web.screen;

import dev.kioskguard.content.Voices;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.front.ScreenBoard;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import dev.kioskguard.web.http.stream.SseStreams;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code /screen}: the state of the screen, its events, answers, proofs and voices. */
public final class ScreenRoutes {

    private static final int ID_LENGTH_MAX = 100;
    private static final int TEXT_LENGTH_MAX = 60;
    private static final int DETAIL_LENGTH_MAX = 300;
    private static final String SHOWN = "message";
    private static final Map<String, Channel> CHANNELS =
            Arrays.stream(Channel.values()).collect(Collectors.toUnmodifiableMap(Channel::word, Function.identity()));

    private final GuardRunner guard;
    private final ScreenBoard board;
    private final Supplier<ScreenView> view;
    private final Supplier<Voices> voices;
    private final SseStreams streams;
    private volatile Runnable seen = () -> {};

    /** Makes the routes; words may change, and whoever opens {@code streams} is told of every new screen. */
    public ScreenRoutes(
            GuardRunner guard,
            ScreenBoard board,
            Supplier<ScreenView> view,
            Supplier<Voices> voices,
            SseStreams streams) {
        this.guard = guard;
        this.board = board;
        this.view = view;
        this.voices = voices;
        this.streams = streams;
    }

    /** Registers who is told each time a page shows that it is there. */
    public void onSeen(Runnable listener) {
        this.seen = listener;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/screen/state", ctx -> {
            seen.run();
            Json.answer(ctx, 200, state());
        });
        routes.get("/screen/events", ctx -> {
            seen.run();
            streams.open(ctx, newcomer -> newcomer.sendLatest(SHOWN, Json.text(state())));
        });
        routes.post("/screen/answers", this::answer);
        routes.post("/screen/proofs", this::prove);
        routes.get("/screen/voice/{clip}", this::voice);
    }

    /** Tells every page how things stand; to be called after each step that may have changed the screen. */
    public void changed() {
        streams.broadcastLatest(SHOWN, Json.text(state()));
    }

    private Map<String, Object> state() {
        Screen shown = board.now();
        GuardState state = guard.state();
        Screen current = state.open() != null
                        && state.open().screen() != null
                        && state.open().screen().id().equals(shown.id())
                ? state.open().screen()
                : shown;
        Duration wait = Duration.between(guard.time().instant(), current.times().ready());
        long wallMs = guard.time().onTheWall(wait).toMillis();
        return view.get().body(current, state, guard.time().instant(), wallMs);
    }

    private void answer(Context ctx) {
        Fields fields = Fields.of(ctx);
        String screen = fields.text("screenId", 1, ID_LENGTH_MAX);
        boolean chosen = fields.has("choice");
        String said = chosen ? fields.text("choice", 1, ID_LENGTH_MAX) : fields.text("text", 1, TEXT_LENGTH_MAX);
        // A second touch of the same place is told, so that it is counted like a key; it answers nothing.
        boolean repeated = Boolean.TRUE.equals(fields.optionalBoolean("repeated"));
        fields.done();
        seen.run();
        ctx.future(() -> taken(
                ctx,
                guard.offer(at -> repeated
                        ? new GuardEvent.TouchRepeated(at, screen)
                        : chosen
                                ? new GuardEvent.ChoiceMade(at, screen, said)
                                : new GuardEvent.TextTyped(at, screen, said))));
    }

    private void prove(Context ctx) {
        Fields fields = Fields.of(ctx);
        String screen = fields.text("screenId", 1, ID_LENGTH_MAX);
        Channel channel = fields.choice("channel", CHANNELS);
        boolean ok = fields.bool("ok");
        fields.optionalText("detail", 0, DETAIL_LENGTH_MAX);
        fields.done();
        ctx.future(() -> taken(ctx, guard.offer(at -> new GuardEvent.ChannelProven(at, screen, channel, ok))));
    }

    private CompletableFuture<Void> taken(Context ctx, CompletionStage<Reply> offered) {
        return offered.thenAccept(reply -> {
                    Replies.taken(reply);
                    Json.answer(ctx, 200, Map.of("taken", true));
                })
                .exceptionally(thrown -> {
                    throw Replies.trouble(thrown);
                })
                .toCompletableFuture();
    }

    private void voice(Context ctx) throws IOException {
        Path clip = voices.get()
                .clip(ctx.pathParam("clip"))
                .orElseThrow(() -> Problem.notFound("no such clip; read voice.clip of the screen")
                        .asException());
        ctx.contentType("audio/wav").result(Files.readAllBytes(clip));
    }
}
