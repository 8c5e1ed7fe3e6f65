package dev.kioskguard.web.bank;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.state.CardNames;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** {@code /api/sessions}: visits where no device says so, and who has screen and keypad. */
public final class SessionRoutes {

    private static final int WORD_LENGTH_MAX = 120;
    private static final int KEYS_MAX = 64;
    private static final Map<String, Visit.Mode> MODES =
            Map.of("own", Visit.Mode.OWN, "guard", Visit.Mode.GUARD, "pin", Visit.Mode.PIN);

    private final GuardRunner guard;
    private final TerminalDevices devices;
    private final Site site;
    private final Supplier<String> ids;
    private CompletionStage<?> lastMode = CompletableFuture.completedFuture(null);

    /** Makes the routes; {@code ids} gives a new session id each time. */
    public SessionRoutes(GuardRunner guard, TerminalDevices devices, Site site, Supplier<String> ids) {
        this.guard = guard;
        this.devices = devices;
        this.site = site;
        this.ids = ids;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/sessions", this::begin);
        routes.delete("/api/sessions/{id}", this::end);
        routes.put("/api/sessions/{id}/mode", this::mode);
        routes.post("/api/sessions/{id}/keys", this::keys);
    }

    private void begin(Context ctx) {
        besideOnly();
        Fields fields = Fields.of(ctx);
        if (!fields.text("terminalId", 1, WORD_LENGTH_MAX).equals(site.terminal())) {
            throw Problem.unprocessable("terminalId must be this terminal's own, as the configuration has it")
                    .asException();
        }
        String token = fields.text("card.token", 1, WORD_LENGTH_MAX);
        String masked = fields.text("card.masked", 1, WORD_LENGTH_MAX);
        String language = fields.has("language") ? fields.text("language", 2, 20) : "zh-CN";
        boolean elder = Boolean.TRUE.equals(fields.optionalBoolean("elder"));
        fields.done();
        String id = ids.get();
        List<String> names = site.names().of(token, token);
        ctx.future(() -> Visits.answered(guard.offer(at -> new GuardEvent.VisitBegan(
                        at,
                        new Visit(id, token, masked, language, Visit.Mode.OWN, Set.of(), at)
                                .ofElder(elder)
                                .knownAs(names)))
                .thenAccept(reply -> {
                    Replies.taken(reply);
                    Json.answer(ctx, 201, Map.of("sessionId", id));
                })));
    }

    private void end(Context ctx) {
        besideOnly();
        String id = ctx.pathParam("id");
        ctx.future(() -> Visits.answered(
                guard.offer(at -> new GuardEvent.VisitEnded(at, id)).thenAccept(reply -> {
                    Replies.taken(reply);
                    // An application that ends its visit in the middle of a PIN entry will not say that it is over.
                    devices.resumeCamera();
                    ctx.status(204);
                })));
    }

    private void mode(Context ctx) {
        besideOnly();
        Fields fields = Fields.of(ctx);
        Visit.Mode mode = fields.choice("mode", MODES);
        fields.done();
        String id = Visits.open(ctx, guard);
        ctx.future(() -> Visits.answered(inTurn(() -> changed(id, mode)).thenAccept(reply -> {
            Replies.taken(reply);
            Json.answer(ctx, 200, Map.of("mode", ctx.pathParam("id").isEmpty() ? "" : word(mode)));
        })));
    }

    /** One after the other, or the camera could be let go by one change after it was stopped for the next. */
    private synchronized CompletionStage<Reply> inTurn(Supplier<CompletionStage<Reply>> change) {
        CompletionStage<Reply> done = lastMode.handle((any, failed) -> any).thenCompose(any -> change.get());
        lastMode = done;
        return done;
    }

    /** The camera has stopped before anyone is told that a PIN may be keyed. */
    private CompletionStage<Reply> changed(String id, Visit.Mode mode) {
        boolean pin = mode == Visit.Mode.PIN;
        CompletionStage<Void> ready = pin ? devices.stopCamera() : CompletableFuture.completedFuture(null);
        return ready.thenCompose(stopped -> guard.offer(at -> new GuardEvent.ModeChanged(at, id, mode)))
                .whenComplete((reply, failed) -> {
                    if (!pin || !(reply instanceof Reply.Taken)) {
                        devices.resumeCamera();
                    }
                });
    }

    private static String word(Visit.Mode mode) {
        return MODES.entrySet().stream()
                .filter(entry -> entry.getValue() == mode)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void keys(Context ctx) {
        besideOnly();
        Fields fields = Fields.of(ctx);
        List<Key> keys = fields.texts("keys", KEYS_MAX, 10).stream()
                .map(word -> Key.of(word)
                        .orElseThrow(() -> Problem.unprocessable(
                                        "keys must be of 0 to 9, enter, clear, cancel, fdk01 to fdk08")
                                .asException()))
                .toList();
        fields.done();
        Visit visit = guard.state().visit();
        if (!Visits.open(ctx, guard).isEmpty() && visit != null && visit.mode() != Visit.Mode.GUARD) {
            throw Problem.conflict("keypad-not-lent", "the guard does not have the keypad now; PUT mode guard first")
                    .asException();
        }
        CompletionStage<Reply> last = CompletableFuture.completedFuture(Reply.TAKEN);
        for (Key key : keys) {
            last = guard.offer(at -> new GuardEvent.KeyPressed(at, key));
        }
        CompletionStage<Reply> taken = last;
        ctx.future(() -> Visits.answered(taken.thenAccept(reply -> ctx.status(204))));
    }

    private void besideOnly() {
        if (site.hosted()) {
            throw Problem.conflict(
                            "hosted", "the guard owns the devices here (ownership: hosted); visits come from cards")
                    .asException();
        }
    }

    /**
     * Which terminal this is.
     *
     * @param hosted whether the guard owns the devices
     * @param terminal its own id
     * @param names by which the application's tokens of cards are known among neighbours
     */
    public record Site(boolean hosted, String terminal, CardNames names) {}
}
