package dev.kioskguard.web.bank;

import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.web.front.BankBoard;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.front.TransferBook;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.stream.SseStream;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;

/** {@code /api/events} and {@code /api/requests}: what the application is told and what it is asked to do. */
public final class RequestRoutes {

    private static final int DETAIL_LENGTH_MAX = 200;

    private final GuardRunner guard;
    private final TransferBook book;
    private final BankBoard board;

    public RequestRoutes(GuardRunner guard, TransferBook book, BankBoard board) {
        this.guard = guard;
        this.book = book;
        this.board = board;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/events", ctx -> board.streams().open(ctx, this::greet));
        routes.get("/api/requests", this::requests);
        routes.post("/api/requests/{id}/done", this::done);
    }

    /** Whoever comes, or comes back, is told how things stand. */
    private void greet(SseStream newcomer) {
        var state = guard.state();
        Visit visit = state.visit();
        if (visit != null) {
            newcomer.send("visit-began", Json.text(BankBoard.visitBody(visit.sessionId(), visit.maskedCard())));
        }
        Case open = state.open();
        if (open != null) {
            book.find(open.transferId())
                    .ifPresent(entry -> newcomer.send(
                            "transfer", Json.text(Map.of("transferId", entry.transferId(), "state", entry.state()))));
        }
        state.requests().values().forEach(request -> newcomer.send("request", Json.text(board.body(request))));
    }

    private void requests(Context ctx) {
        board.polls()
                .answer(
                        ctx,
                        () -> !guard.state().requests().isEmpty(),
                        () -> Json.answer(
                                ctx,
                                200,
                                guard.state().requests().values().stream()
                                        .map(board::body)
                                        .toList()));
    }

    private void done(Context ctx) {
        Fields fields = Fields.of(ctx);
        boolean ok = fields.bool("ok");
        fields.optionalText("detail", 0, DETAIL_LENGTH_MAX);
        fields.done();
        String id = ctx.pathParam("id");
        ctx.future(() -> guard.offer(at -> new GuardEvent.BankAnswered(at, id, ok))
                .thenAccept(reply -> {
                    Replies.taken(reply);
                    ctx.status(204);
                })
                .exceptionally(thrown -> {
                    throw Replies.trouble(thrown);
                })
                .toCompletableFuture());
    }
}
