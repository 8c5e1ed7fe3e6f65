package dev.kioskguard.web.desk.draft;

import dev.kioskguard.paging.Deed;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /desk/drafts}: what close-outs have left for the head of the branch to look through. */
public final class DraftRoutes {

    private final Drafts drafts;
    private final DeskSessions sessions;

    public DraftRoutes(Drafts drafts, DeskSessions sessions) {
        this.drafts = drafts;
        this.sessions = sessions;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/desk/drafts", ctx -> {
            sessions.requireTo(ctx, Deed.DRAFT);
            List<String> ids = drafts.ids();
            Json.answer(ctx, 200, Map.of("drafts", ids, "full", ids.size() >= Drafts.DRAFTS_MAX));
        });
        routes.get("/desk/drafts/{id}", ctx -> {
            sessions.requireTo(ctx, Deed.DRAFT);
            String id = ctx.pathParam("id");
            Drafts.Found found = drafts.find(id)
                    .orElseThrow(() -> Problem.notFound("there is no such draft; read GET /desk/drafts")
                            .asException());
            var body = new LinkedHashMap<String, Object>();
            body.put("id", id);
            if (found.card() != null) {
                body.put("case", found.card());
            }
            if (found.story() != null) {
                body.put("story", found.story());
            }
            Json.answer(ctx, 200, body);
        });
    }
}
