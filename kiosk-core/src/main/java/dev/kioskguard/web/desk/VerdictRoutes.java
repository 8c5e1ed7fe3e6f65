package dev.kioskguard.web.desk;

import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.desk.staff.Refused;
import dev.kioskguard.web.desk.staff.SignedIn;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code POST /desk/pages/{id}/verdict}: what a member of staff decides about a page's transfer. */
public final class VerdictRoutes {

    private static final int ACTION_ID_LENGTH_MAX = 80;
    private static final int CODE_LENGTH_MAX = 10;
    private static final int REASON_LENGTH_MAX = 200;
    private static final Map<String, StaffWord.Action> ACTIONS = Arrays.stream(StaffWord.Action.values())
            .collect(Collectors.toUnmodifiableMap(Verdicts::word, Function.identity()));

    private final PageDesk desk;
    private final DeskSessions sessions;

    public VerdictRoutes(PageDesk desk, DeskSessions sessions) {
        this.desk = desk;
        this.sessions = sessions;
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
        sessions.requireTo(ctx, Deed.valueOf(word.action().name()));
        CompletionStage<Map<String, Object>> decided = decided(ctx.pathParam("id"), word, who);
        ctx.future(() -> decided.thenAccept(answer -> Json.answer(ctx, 200, answer))
                .exceptionally(thrown -> {
                    throw Replies.trouble(thrown);
                })
                .toCompletableFuture());
    }

    private CompletionStage<Map<String, Object>> decided(String page, StaffWord word, SignedIn who) {
        try {
            return desk.decide(page, word, who);
        } catch (ProblemException refusal) {
            if (refusal.problem().code().equals(FirstAnswers.CAPTURED)) {
                sessions.refused(Refused.CAPTURED_ACTION);
            }
            throw refusal;
        }
    }
}
