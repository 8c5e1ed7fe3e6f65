package dev.kioskguard.web.desk;

import dev.kioskguard.content.Words;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.paging.Page;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.stream.SseStreams;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Supplier;

/** {@code /desk/pages} and {@code /desk/events}: what pages there are, which were seen, and who is coming. */
public final class PageRoutes {

    private static final String ALL = "pages";
    private static final String ONE = "page";

    private final GuardRunner guard;
    private final PageBoard board;
    private final PageView view;
    private final DeskSessions sessions;
    private final SseStreams streams;

    /** Makes the routes; whoever opens {@code streams} is told of every page that changes. */
    public PageRoutes(
            GuardRunner guard, PageBoard board, Supplier<Words> words, DeskSessions sessions, SseStreams streams) {
        this.guard = guard;
        this.board = board;
        this.view = new PageView(words);
        this.sessions = sessions;
        this.streams = streams;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/desk/pages", ctx -> {
            sessions.require(ctx);
            Json.answer(ctx, 200, view.all(board.book().all()));
        });
        routes.get("/desk/events", ctx -> {
            streams.open(
                    ctx,
                    sessions.require(ctx).session(),
                    newcomer -> newcomer.sendLatest(
                            ALL, Json.text(view.all(board.book().all()))));
        });
        routes.post("/desk/pages/{id}/delivery", ctx -> say(ctx, Happening.SEEN));
        routes.post("/desk/pages/{id}/acknowledgement", ctx -> say(ctx, Happening.TAKEN));
    }

    /** Tells every desk of a page that has changed. */
    public void changed(Page page) {
        streams.broadcast(ONE, Json.text(view.body(page)));
    }

    private void say(Context ctx, Happening happening) {
        String staff = sessions.requireTo(ctx, Deed.ACKNOWLEDGE).staff().id();
        String id = board.known(ctx.pathParam("id")).id();
        ctx.future(() -> guard.between(at -> board.said(id, happening, staff, at))
                .thenAccept(done -> Json.answer(ctx, 200, view.body(board.known(id))))
                .exceptionally(thrown -> {
                    throw Replies.trouble(thrown);
                })
                .toCompletableFuture());
    }
}
