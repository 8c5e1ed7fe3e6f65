package dev.kioskguard.web.desk;

import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Rights;
import dev.kioskguard.web.desk.passkey.Passkeys;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.desk.staff.PinHash;
import dev.kioskguard.web.desk.staff.Staff;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** {@code /desk} and {@code /desk/session}: the page, which anyone may load, and the way in, which is for staff. */
public final class SignInRoutes {

    private static final Pages PAGES = Pages.beside(
            SignInRoutes.class,
            List.of(
                    "index.html",
                    "desk.js",
                    "api.js",
                    "pages.js",
                    "branch.js",
                    "staff.js",
                    "passkey.js",
                    "after.js",
                    "drafts.js",
                    "drill.js",
                    "alarm.js",
                    "desk.css",
                    "desk.svg",
                    "manifest.json"));

    private final DeskSessions sessions;
    private final Passkeys passkeys;
    private final Set<Deed> offered;
    private final BiConsumer<String, String> signedIn;

    /**
     * Makes the routes.
     *
     * @param offered what can be done at this desk
     * @param signedIn told the name of each member of staff who has signed in, and by what; returns at once
     */
    public SignInRoutes(
            DeskSessions sessions, Passkeys passkeys, Set<Deed> offered, BiConsumer<String, String> signedIn) {
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.offered = Set.copyOf(offered);
        this.signedIn = signedIn;
    }

    /** Adds the routes; the page's own files come last, as they take whatever name is left below /desk. */
    public void addTo(RoutesConfig routes) {
        routes.post("/desk/session", this::signIn);
        routes.get(
                "/desk/session",
                ctx -> Json.answer(ctx, 200, body(sessions.whoAsks(ctx).staff())));
        routes.delete("/desk/session", ctx -> {
            sessions.signOut(ctx);
            ctx.status(204);
        });
        routes.get("/desk", ctx -> PAGES.answer(ctx, "index.html"));
        routes.get("/desk/{file}", ctx -> PAGES.answer(ctx, ctx.pathParam("file")));
    }

    private void signIn(Context ctx) {
        Fields fields = Fields.of(ctx);
        boolean shown = fields.has("passkey");
        Staff who = shown ? byPasskey(ctx, fields) : byPin(ctx, fields);
        signedIn.accept(who.id(), shown ? "passkey" : "pin");
        Json.answer(ctx, 200, body(who));
    }

    private Staff byPin(Context ctx, Fields fields) {
        String staff = fields.text("staff", 1, Staff.ID_LENGTH_MAX);
        String pin = fields.text("pin", 1, PinHash.PIN_LENGTH_MAX);
        fields.done();
        return sessions.signIn(ctx, staff, pin);
    }

    private Staff byPasskey(Context ctx, Fields fields) {
        Fields passkey = fields.part("passkey");
        fields.done();
        Passkeys.Shown shown = passkeys.signedIn(passkey);
        sessions.signInBy(ctx, shown.staff(), shown.passkey());
        return shown.staff();
    }

    private Map<String, Object> body(Staff staff) {
        return Map.of(
                "staff", staff.id(),
                "name", staff.name(),
                "role", staff.role().word(),
                "answersPages", Rights.may(staff.role(), Deed.ACKNOWLEDGE),
                "may",
                        Rights.of(staff.role()).stream()
                                .filter(offered::contains)
                                .map(Deed::word)
                                .toList(),
                "firstPin", staff.firstPin());
    }
}
