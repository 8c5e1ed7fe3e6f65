package dev.kioskguard.web.desk;

import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.paging.Page;
import dev.kioskguard.web.desk.log.DeskLog;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.desk.staff.SignedIn;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code POST /desk/pages/{id}/verdict}: what a member of staff decides about a page's transfer. */
public final class VerdictRoutes {

    private static final int ACTION_ID_LENGTH_MAX = 80;
    private static final int CODE_LENGTH_MAX = 10;
    private static final int REASON_LENGTH_MAX = 200;
    private static final Map<String, StaffWord.Action> ACTIONS = Arrays.stream(StaffWord.Action.values())
            .collect(Collectors.toUnmodifiableMap(VerdictRoutes::word, Function.identity()));

    private final GuardRunner guard;
    private final PageBoard board;
    private final DeskSessions sessions;
    private final DeskLog log;
    private final FirstAnswers<Reply> answers = new FirstAnswers<>();

    public VerdictRoutes(GuardRunner guard, PageBoard board, DeskSessions sessions, DeskLog log) {
        this.guard = guard;
        this.board = board;
        this.sessions = sessions;
        this.log = log;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/desk/pages/{id}/verdict", this::decide);
    }

    private void decide(Context ctx) {
        SignedIn who = sessions.requireTo(ctx, Deed.ACKNOWLEDGE);
        Fields fields = Fields.of(ctx);
        var word = new StaffWord(
                fields.text("actionId", 1, ACTION_ID_LENGTH_MAX),
                who.staff().id(),
                fields.choice("action", ACTIONS),
                fields.optionalText("code", 1, CODE_LENGTH_MAX),
                fields.text("reason", 1, REASON_LENGTH_MAX));
        fields.done();
        sessions.requireTo(ctx, deed(word));
        Page page = board.known(ctx.pathParam("id"));
        CompletionStage<Reply> answer =
                answers.to(word.actionId(), who.session(), page.id(), () -> carryOut(page, word));
        ctx.future(() -> answer.thenAccept(reply -> Json.answer(ctx, 200, body(word, Replies.taken(reply))))
                .exceptionally(thrown -> {
                    throw Replies.trouble(thrown);
                })
                .toCompletableFuture());
    }

    private CompletionStage<Reply> carryOut(Page page, StaffWord word) {
        if (page.isResolved()) {
            return CompletableFuture.completedFuture(new Reply.Declined(Reply.Why.TRANSFER_ENDED));
        }
        return guard.offer(at -> new GuardEvent.StaffSpoke(at, page.transferId(), word))
                .thenCompose(reply -> noted(page, word, reply));
    }

    /** Whoever decides is there: the page shows it, whatever becomes of its own line in the journal. */
    private CompletionStage<Reply> noted(Page page, StaffWord word, Reply reply) {
        if (reply instanceof Reply.Declined declined) {
            // A page is only ever raised for a transfer that was there.
            return CompletableFuture.completedFuture(
                    declined.why() == Reply.Why.NO_SUCH_TRANSFER
                            ? new Reply.Declined(Reply.Why.TRANSFER_ENDED)
                            : declined);
        }
        return guard.between(at -> note(page, word, at)).handle((done, failed) -> reply);
    }

    private void note(Page page, StaffWord word, Instant at) {
        boolean more = word.action() == StaffWord.Action.ESCALATE;
        board.said(page.id(), more ? Happening.MORE_WANTED : Happening.TAKEN, word.staff(), at);
        log.decided(at, deed(word), word.staff(), page);
    }

    private static Deed deed(StaffWord word) {
        return Deed.valueOf(word.action().name());
    }

    private static Map<String, Object> body(StaffWord word, Reply.Taken taken) {
        var body = new LinkedHashMap<String, Object>();
        body.put("actionId", word.actionId());
        body.put("action", word(word.action()));
        body.put("transferId", taken.subject());
        body.put("state", taken.state());
        return body;
    }

    private static String word(StaffWord.Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }
}
