package dev.kioskguard.web.bank;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** {@code /api/sessions}: visits, who has the screen, and the devices the guard works for the application. */
public final class SessionRoutes {

    private static final int WORD_LENGTH_MAX = 120;
    private static final int KEYS_MAX = 64;
    private static final int APDU_TEXT_MAX = 1_024;
    private static final Map<String, Visit.Mode> MODES =
            Map.of("own", Visit.Mode.OWN, "guard", Visit.Mode.GUARD, "pin", Visit.Mode.PIN);
    private static final Map<String, PinBlock.Format> FORMATS =
            Map.of("iso-0", PinBlock.Format.ISO_0, "iso-4", PinBlock.Format.ISO_4);

    private final GuardRunner guard;
    private final TerminalDevices devices;
    private final boolean hosted;
    private final String terminal;
    private final Supplier<String> ids;

    /** Makes the routes; {@code ids} gives a new session id each time. */
    public SessionRoutes(
            GuardRunner guard, TerminalDevices devices, boolean hosted, String terminal, Supplier<String> ids) {
        this.guard = guard;
        this.devices = devices;
        this.hosted = hosted;
        this.terminal = terminal;
        this.ids = ids;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/sessions", this::begin);
        routes.delete("/api/sessions/{id}", this::end);
        routes.put("/api/sessions/{id}/mode", this::mode);
        routes.post("/api/sessions/{id}/keys", this::keys);
        routes.post("/api/sessions/{id}/pin-block", this::pinBlock);
        routes.post("/api/sessions/{id}/card", this::moveCard);
        routes.get("/api/sessions/{id}/card", this::card);
        routes.post("/api/sessions/{id}/chip", this::chip);
    }

    private void begin(Context ctx) {
        besideOnly();
        Fields fields = Fields.of(ctx);
        if (!fields.text("terminalId", 1, WORD_LENGTH_MAX).equals(terminal)) {
            throw Problem.unprocessable("terminalId must be this terminal's own, as the configuration has it")
                    .asException();
        }
        String token = fields.text("card.token", 1, WORD_LENGTH_MAX);
        String masked = fields.text("card.masked", 1, WORD_LENGTH_MAX);
        String language = fields.has("language") ? fields.text("language", 2, 20) : "zh-CN";
        fields.done();
        String id = ids.get();
        ctx.future(() -> answered(guard.offer(at -> new GuardEvent.VisitBegan(
                        at, new Visit(id, token, masked, language, Visit.Mode.OWN, Set.of(), at)))
                .thenAccept(reply -> {
                    Replies.taken(reply);
                    Json.answer(ctx, 201, Map.of("sessionId", id));
                })));
    }

    private void end(Context ctx) {
        besideOnly();
        String id = ctx.pathParam("id");
        ctx.future(() ->
                answered(guard.offer(at -> new GuardEvent.VisitEnded(at, id)).thenAccept(reply -> {
                    Replies.taken(reply);
                    ctx.status(204);
                })));
    }

    private void mode(Context ctx) {
        besideOnly();
        Fields fields = Fields.of(ctx);
        Visit.Mode mode = fields.choice("mode", MODES);
        fields.done();
        String id = open(ctx);
        // The camera has stopped before anyone is told that a PIN may be keyed.
        CompletionStage<Void> ready =
                mode == Visit.Mode.PIN ? devices.stopCamera() : CompletableFuture.completedFuture(null);
        ctx.future(() -> answered(ready.thenCompose(
                        stopped -> guard.offer(at -> new GuardEvent.ModeChanged(at, id, mode)))
                .thenAccept(reply -> {
                    Replies.taken(reply);
                    if (mode != Visit.Mode.PIN) {
                        devices.resumeCamera();
                    }
                    Json.answer(ctx, 200, Map.of("mode", ctx.pathParam("id").isEmpty() ? "" : word(mode)));
                })));
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
        if (!open(ctx).isEmpty() && visit != null && visit.mode() != Visit.Mode.GUARD) {
            throw Problem.conflict("keypad-not-lent", "the guard does not have the keypad now; PUT mode guard first")
                    .asException();
        }
        CompletionStage<Reply> last = CompletableFuture.completedFuture(Reply.TAKEN);
        for (Key key : keys) {
            last = guard.offer(at -> new GuardEvent.KeyPressed(at, key));
        }
        CompletionStage<Reply> taken = last;
        ctx.future(() -> answered(taken.thenAccept(reply -> ctx.status(204))));
    }

    private void pinBlock(Context ctx) {
        hostedOnly();
        Fields fields = Fields.of(ctx);
        PinBlock.Format format = fields.choice("format", FORMATS);
        String key = fields.text("key", 1, WORD_LENGTH_MAX);
        String account = fields.text("account", 12, 19);
        fields.done();
        open(ctx);
        ctx.future(() -> answered(devices.pinBlock(format, key, account)
                .thenAccept(block -> Json.answer(
                        ctx,
                        200,
                        Map.of(
                                "pinBlock",
                                block.hex(),
                                "format",
                                format == PinBlock.Format.ISO_0 ? "iso-0" : "iso-4")))));
    }

    private void moveCard(Context ctx) {
        hostedOnly();
        Fields fields = Fields.of(ctx);
        boolean back = fields.choice("action", Map.of("return", true, "retain", false));
        fields.done();
        open(ctx);
        ctx.future(() -> answered((back ? devices.returnCard() : devices.retainCard())
                .thenAccept(moved -> Json.answer(ctx, 200, Map.of("card", back ? "at-exit" : "retained")))));
    }

    private void card(Context ctx) {
        hostedOnly();
        open(ctx);
        var read = devices.card()
                .orElseThrow(() ->
                        Problem.conflict("no-card", "no card is in the reader").asException());
        Json.answer(ctx, 200, Map.of("track2", read.track2()));
    }

    private void chip(Context ctx) {
        hostedOnly();
        Fields fields = Fields.of(ctx);
        byte[] command;
        try {
            command = Base64.getDecoder().decode(fields.text("apdu", 4, APDU_TEXT_MAX));
        } catch (IllegalArgumentException wrong) {
            throw Problem.unprocessable("apdu must be a command in base64 (ISO 7816-4)")
                    .asException();
        }
        fields.done();
        open(ctx);
        ctx.future(() -> answered(devices.chip(command)
                .thenAccept(answer ->
                        Json.answer(ctx, 200, Map.of("apdu", Base64.getEncoder().encodeToString(answer))))));
    }

    /** Returns the id of the visit in the path, which must be the open one. */
    private String open(Context ctx) {
        Visit visit = guard.state().visit();
        if (visit == null || !visit.sessionId().equals(ctx.pathParam("id"))) {
            throw Problem.conflict("no-such-visit", "no such visit is open; use the one now open")
                    .asException();
        }
        return visit.sessionId();
    }

    private void besideOnly() {
        if (hosted) {
            throw Problem.conflict(
                            "hosted", "the guard owns the devices here (ownership: hosted); visits come from cards")
                    .asException();
        }
    }

    private void hostedOnly() {
        if (!hosted) {
            throw Problem.conflict("beside", "the application owns the devices here (ownership: beside)")
                    .asException();
        }
    }

    private static CompletableFuture<Void> answered(CompletionStage<Void> answer) {
        return answer.exceptionally(thrown -> {
                    Throwable cause = thrown instanceof CompletionException && thrown.getCause() != null
                            ? thrown.getCause()
                            : thrown;
                    if (cause instanceof DeviceException failed) {
                        throw Problem.unavailable(
                                        "device-"
                                                + failed.fault()
                                                        .name()
                                                        .toLowerCase(java.util.Locale.ROOT)
                                                        .replace('_', '-'),
                                        String.valueOf(failed.getMessage()))
                                .asException();
                    }
                    throw Replies.trouble(thrown);
                })
                .toCompletableFuture();
    }
}
