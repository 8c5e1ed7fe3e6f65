package dev.kioskguard.web.bank;

import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.web.front.BankBoard;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.front.TransferBook;
import dev.kioskguard.web.front.TransferBook.Entry;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /api/transfers}: ask, follow, take back, take up again. */
public final class TransferRoutes {

    private static final int ID_LENGTH_MAX = 80;

    /** How the customer is to be served, where the application knows. */
    private static final int IDEMPOTENCY_KEY_LENGTH_MAX = 255;

    private final GuardRunner guard;
    private final TransferBook book;
    private final BankBoard board;
    private final TransferView view;
    private final Intake intake;

    /** First calls whose payee is still being looked up, by transfer id. */
    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    public TransferRoutes(GuardRunner guard, TransferBook book, BankBoard board, TransferView view, Intake intake) {
        this.guard = guard;
        this.book = book;
        this.board = board;
        this.view = view;
        this.intake = intake;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/transfers", this::ask);
        routes.get("/api/transfers/{id}", this::follow);
        routes.delete("/api/transfers/{id}", this::withdraw);
        routes.post("/api/transfers/{id}/resume", this::resume);
    }

    private void ask(Context ctx) {
        Fields fields = Fields.of(ctx);
        String session = fields.text("sessionId", 1, ID_LENGTH_MAX);
        String language = fields.optionalText("language", 2, 20);
        Manner manner = TransferBody.assist(fields);
        TransferRequest request = TransferBody.read(fields);
        fields.done();
        String fresh = intake.ids().get();
        String key = requestKey(ctx);
        var taken = new CompletableFuture<Void>();
        underWay.put(fresh, taken);
        String id = key == null ? fresh : book.reserve(key, fresh);
        if (!id.equals(fresh)) {
            underWay.remove(fresh);
            ctx.future(() -> known(ctx, id));
            return;
        }
        ctx.future(() -> intake.lookUps()
                .apply(request)
                .thenCompose(found -> guard.offer(
                        at -> new GuardEvent.TransferRequested(at, id, session, request, language, manner, found, key)))
                .thenAccept(reply -> {
                    Replies.taken(reply);
                    answer(ctx, 201, id);
                })
                .exceptionally(thrown -> {
                    if (key != null) {
                        book.release(key);
                    }
                    throw Replies.trouble(thrown);
                })
                .whenComplete((done, failed) -> {
                    underWay.remove(id);
                    taken.complete(null);
                })
                .toCompletableFuture());
    }

    /** The same key again: the same answer, once the first call has come to one. */
    private CompletableFuture<?> known(Context ctx, String id) {
        return underWay.getOrDefault(id, CompletableFuture.completedFuture(null))
                .thenCompose(first -> guard.offer(GuardEvent.TimePassed::new))
                .thenAccept(passed -> answer(ctx, 201, id))
                .exceptionally(thrown -> {
                    throw Replies.trouble(thrown);
                })
                .toCompletableFuture();
    }

    private void answer(Context ctx, int status, String id) {
        Entry entry = find(id);
        Json.answer(ctx, status, Map.of("transferId", id, "state", entry.state()));
    }

    private void follow(Context ctx) {
        String id = ctx.pathParam("id");
        String before = find(id).state();
        board.polls()
                .answer(
                        ctx,
                        () -> !find(id).state().equals(before) || find(id).verdict() != null,
                        () -> Json.answer(ctx, 200, view.body(find(id))));
    }

    private void withdraw(Context ctx) {
        Entry entry = find(ctx.pathParam("id"));
        if (entry.verdict() != null) {
            Json.answer(ctx, 200, view.body(entry));
            return;
        }
        ctx.future(() -> guard.offer(at -> new GuardEvent.TransferWithdrawn(at, entry.transferId()))
                .thenAccept(reply -> Json.answer(ctx, 200, view.body(find(entry.transferId()))))
                .exceptionally(thrown -> {
                    throw Replies.trouble(thrown);
                })
                .toCompletableFuture());
    }

    private void resume(Context ctx) {
        Fields fields = Fields.of(ctx);
        String session = fields.text("sessionId", 1, ID_LENGTH_MAX);
        String code = fields.text("code", 1, 10);
        fields.done();
        Entry entry = find(ctx.pathParam("id"));
        if (entry.verdict() != null) {
            throw Problem.conflict("transfer-ended", "the pause is over and the transfer has ended; begin a new one")
                    .asException();
        }
        ctx.future(() -> guard.offer(at -> new GuardEvent.TransferResumed(at, entry.transferId(), session, code))
                .thenAccept(reply -> {
                    Replies.taken(reply);
                    answer(ctx, 200, entry.transferId());
                })
                .exceptionally(thrown -> {
                    throw Replies.trouble(thrown);
                })
                .toCompletableFuture());
    }

    private Entry find(String id) {
        return book.find(id)
                .orElseThrow(
                        () -> Problem.notFound("no transfer has this id; use the one that POST /api/transfers gave")
                                .asException());
    }

    private static @Nullable String requestKey(Context ctx) {
        String key = ctx.header("Idempotency-Key");
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > IDEMPOTENCY_KEY_LENGTH_MAX) {
            throw Problem.unprocessable("Idempotency-Key must be 1 to " + IDEMPOTENCY_KEY_LENGTH_MAX + " characters")
                    .asException();
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /**
     * What becomes of a request before the guard hears of it.
     *
     * @param ids gives a new transfer id each time
     * @param lookUps what is looked up of a payee; never fails
     */
    public record Intake(Supplier<String> ids, Function<TransferRequest, CompletionStage<LookUp>> lookUps) {}
}
