package dev.kioskguard.web.desk.after;

import dev.kioskguard.paging.Deed;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * {@code /desk/pages/{id}/closure}, {@code /desk/pages/{id}/packet}, {@code /desk/overview} and {@code /desk/patrols}:
 * what is left to do once a customer is safe.
 */
public final class AfterRoutes {

    private final AfterDesk desk;
    private final DeskSessions sessions;

    public AfterRoutes(AfterDesk desk, DeskSessions sessions) {
        this.desk = desk;
        this.sessions = sessions;
    }

    public void addTo(RoutesConfig routes) {
        routes.get(
                "/desk/pages/{id}/closure",
                ctx -> answer(ctx, 200, desk.form(ctx.pathParam("id"), whoMay(ctx, Deed.CLOSE))));
        routes.post("/desk/pages/{id}/closure", ctx -> {
            String staff = whoMay(ctx, Deed.CLOSE);
            Closure closure = Closure.read(Fields.of(ctx));
            answer(ctx, 200, desk.close(ctx.pathParam("id"), closure, staff));
        });
        routes.get(
                "/desk/pages/{id}/packet",
                ctx -> answer(ctx, 200, desk.packet(ctx.pathParam("id"), whoMay(ctx, Deed.REPORT))));
        routes.get("/desk/overview", ctx -> answer(ctx, 200, desk.overview(whoMay(ctx, Deed.OVERSEE))));
        routes.post("/desk/patrols", ctx -> answer(ctx, 201, desk.patrol(whoMay(ctx, Deed.PATROL))));
    }

    private String whoMay(Context ctx, Deed deed) {
        return sessions.requireTo(ctx, deed).staff().id();
    }

    private static void answer(Context ctx, int status, CompletionStage<Map<String, Object>> done) {
        ctx.future(() -> done.thenAccept(body -> Json.answer(ctx, status, body))
                .exceptionally(thrown -> {
                    throw Replies.trouble(thrown);
                })
                .toCompletableFuture());
    }
}
