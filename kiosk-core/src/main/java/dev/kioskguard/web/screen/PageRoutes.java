package dev.kioskguard.web.screen;

import dev.kioskguard.content.Signs;
import dev.kioskguard.web.front.SignFile;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import dev.kioskguard.web.http.access.BearerToken;
import dev.kioskguard.web.http.access.Tickets;
import dev.kioskguard.web.screen.PageFiles.PageFile;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.function.Supplier;

/** {@code GET /screen}: the page itself, for a browser that has traded a one-time ticket for its cookie. */
public final class PageRoutes {

    private final PageFiles files = new PageFiles();
    private final Tickets tickets;
    private final BearerToken token;
    private final Supplier<Signs> signs;

    public PageRoutes(Tickets tickets, BearerToken token, Supplier<Signs> signs) {
        this.signs = signs;
        this.tickets = tickets;
        this.token = token;
    }

    public void addTo(RoutesConfig routes) {
        routes.before("/screen", this::admit);
        routes.before("/screen/*", this::admit);
        routes.get("/screen", this::page);
        routes.post("/screen/tickets", this::issue);
        routes.get("/screen/signs/{file}", ctx -> SignFile.answer(ctx, signs.get(), ctx.pathParam("file")));
        routes.get("/screen/{file}", ctx -> serve(ctx, ctx.pathParam("file")));
    }

    private void admit(Context ctx) {
        boolean arriving = ctx.path().equals("/screen") && ctx.queryParam("ticket") != null;
        if (!arriving && !tickets.isIn(ctx)) {
            token.require(ctx, "DATA/screen.token, or open the page with a one-time ticket");
        }
    }

    private void page(Context ctx) {
        String ticket = ctx.queryParam("ticket");
        if (ticket == null) {
            serve(ctx, PageFiles.DOCUMENT);
        } else {
            tickets.trade(ctx, ticket);
            ctx.status(303).header("Location", "/screen");
        }
    }

    /** Only the holder of the screen's token can have tickets made: whoever starts the browser. */
    private void issue(Context ctx) {
        token.require(ctx, "DATA/screen.token");
        String ticket = tickets.issue();
        Json.answer(ctx, 201, Map.of("ticket", ticket, "path", "/screen?ticket=" + ticket));
    }

    private void serve(Context ctx, String name) {
        PageFile file = files.find(name)
                .orElseThrow(() -> Problem.notFound("nothing lives at this path; the page is at /screen")
                        .asException());
        ctx.contentType(file.type()).result(file.text());
    }
}
