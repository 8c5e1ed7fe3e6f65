package dev.kioskguard.web.desk.branch;

import dev.kioskguard.paging.Deed;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.http.Json;
import io.javalin.config.RoutesConfig;
import java.util.Map;

/** {@code POST /desk/patrols}: a round past all machines of the branch, which each of them writes down. */
public final class RoundRoutes {

    private final BranchDesk desk;
    private final DeskSessions sessions;

    public RoundRoutes(BranchDesk desk, DeskSessions sessions) {
        this.desk = desk;
        this.sessions = sessions;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/desk/patrols", ctx -> {
            String staff = sessions.requireTo(ctx, Deed.PATROL).staff().id();
            ctx.future(() -> desk.patrolled(staff)
                    .thenAccept(machines -> Json.answer(ctx, 201, Map.of("staff", staff, "machines", machines)))
                    .exceptionally(thrown -> {
                        throw Replies.trouble(thrown);
                    })
                    .toCompletableFuture());
        });
    }
}
