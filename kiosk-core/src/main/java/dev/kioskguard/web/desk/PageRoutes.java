package dev.kioskguard.web.desk;

import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.desk.staff.SignedIn;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import dev.kioskguard.web.http.stream.SseStreams;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** {@code /desk/pages} and {@code /desk/events}: what pages there are, which were seen, and who is coming. */
public final class PageRoutes {

    private static final String ALL = "pages";
    private static final String ONE = "page";
    private static final String BRANCH = "branch";

    private final PageDesk desk;
    private final DeskSessions sessions;
    private final SseStreams streams;

    /** Makes the routes; whoever opens {@code streams} is told of every page that changes. */
    public PageRoutes(PageDesk desk, DeskSessions sessions, SseStreams streams) {
        this.desk = desk;
        this.sessions = sessions;
        this.streams = streams;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/desk/pages", ctx -> {
            sessions.require(ctx);
            Json.answer(ctx, 200, desk.pages());
        });
        routes.get("/desk/events", ctx -> {
            streams.open(ctx, sessions.require(ctx).session(), newcomer -> {
                newcomer.sendLatest(ALL, Json.text(desk.pages()));
                desk.branch().ifPresent(branch -> newcomer.sendLatest(BRANCH, Json.text(branch)));
            });
        });
        routes.get("/desk/branch", ctx -> {
            sessions.require(ctx);
            Json.answer(
                    ctx,
                    200,
                    desk.branch()
                            .orElseThrow(() -> Problem.notFound("this desk is one machine's own; read GET /desk/pages")
                                    .asException()));
        });
        routes.post("/desk/pages/{id}/delivery", ctx -> say(ctx, Happening.SEEN));
        routes.post("/desk/pages/{id}/acknowledgement", ctx -> say(ctx, Happening.TAKEN));
    }

    /** Tells every browser of a page that has changed. */
    public void changed(Map<String, Object> page) {
        streams.broadcast(ONE, Json.text(page));
    }

    /** Tells every browser how all pages and machines stand. */
    public void changed() {
        streams.broadcastLatest(ALL, Json.text(desk.pages()));
        desk.branch().ifPresent(branch -> streams.broadcastLatest(BRANCH, Json.text(branch)));
    }

    private void say(Context ctx, Happening happening) {
        SignedIn who = sessions.requireTo(ctx, Deed.ACKNOWLEDGE);
        CompletionStage<Map<String, Object>> said = desk.say(ctx.pathParam("id"), happening, who);
        ctx.future(() -> said.thenAccept(page -> Json.answer(ctx, 200, page))
                .exceptionally(thrown -> {
                    throw Replies.trouble(thrown);
                })
                .toCompletableFuture());
    }
}
