package dev.kioskguard.web.lobby;

import dev.kioskguard.content.Language;
import dev.kioskguard.content.Signs;
import dev.kioskguard.web.front.Displays;
import dev.kioskguard.web.front.SignFile;
import dev.kioskguard.web.http.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /lobby}: the display's page with its feed, and the lines of an LED sign. Nobody signs in for it. */
public final class LobbyRoutes {

    private final Displays displays;
    private final Supplier<Signs> signs;
    private final InstantSource time;

    /** Makes the routes; {@code time} is the guard's. */
    public LobbyRoutes(Displays displays, Supplier<Signs> signs, InstantSource time) {
        this.displays = displays;
        this.signs = signs;
        this.time = time;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/lobby", ctx -> file(ctx, "index.html", "text/html; charset=utf-8"));
        routes.get("/lobby/lobby.css", ctx -> file(ctx, "lobby.css", "text/css; charset=utf-8"));
        routes.get("/lobby/lobby.js", ctx -> file(ctx, "lobby.js", "text/javascript; charset=utf-8"));
        routes.get("/lobby/feed", this::feed);
        routes.get(
                "/lobby/led.txt",
                ctx -> ctx.contentType("text/plain; charset=utf-8").result(displays.led(time.instant())));
        routes.get("/lobby/signs/{file}", ctx -> SignFile.answer(ctx, signs.get(), ctx.pathParam("file")));
    }

    private void feed(Context ctx) {
        Instant now = time.instant();
        Json.answer(ctx, 200, Map.of("zh", displays.lobby(now, Language.ZH), "en", displays.lobby(now, Language.EN)));
    }

    private static void file(Context ctx, String name, String type) throws IOException {
        try (InputStream page = LobbyRoutes.class.getResourceAsStream(name)) {
            if (page == null) {
                throw new AssertionError(name + " belongs beside this class");
            }
            ctx.contentType(type).result(page.readAllBytes());
        }
    }
}
