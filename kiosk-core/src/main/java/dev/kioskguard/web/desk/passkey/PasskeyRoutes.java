package dev.kioskguard.web.desk.passkey;

import dev.kioskguard.audit.Turns;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.desk.staff.Passkey;
import dev.kioskguard.web.desk.staff.PinHash;
import dev.kioskguard.web.desk.staff.SignedIn;
import dev.kioskguard.web.desk.staff.StaffOffice;
import dev.kioskguard.web.front.Changes;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;

/** {@code /desk/passkeys}: everyone's own; and for the head of the branch, those of a phone that is lost. */
public final class PasskeyRoutes {

    private final Turns turns;
    private final StaffOffice office;
    private final DeskSessions sessions;
    private final Passkeys passkeys;

    public PasskeyRoutes(Turns turns, StaffOffice office, DeskSessions sessions, Passkeys passkeys) {
        this.turns = turns;
        this.office = office;
        this.sessions = sessions;
        this.passkeys = passkeys;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/desk/session/challenge", ctx -> Json.answer(ctx, 200, passkeys.toSignIn()));
        routes.get("/desk/passkeys", ctx -> {
            SignedIn who = sessions.require(ctx);
            Json.answer(
                    ctx,
                    200,
                    who.staff().passkeys().stream().map(PasskeyRoutes::body).toList());
        });
        routes.post("/desk/passkeys/challenge", this::begin);
        routes.post("/desk/passkeys", this::add);
        routes.delete("/desk/passkeys/{id}", ctx -> {
            String own = sessions.require(ctx).staff().id();
            String id = ctx.pathParam("id");
            Changes.make(
                    ctx,
                    turns,
                    at -> office.removePasskeys(
                            at, own, own, passkey -> passkey.id().equals(id)),
                    () -> ctx.status(204));
        });
        routes.delete("/desk/staff/{id}/passkeys", ctx -> {
            String by = sessions.requireTo(ctx, Deed.ENROL).staff().id();
            String id = ctx.pathParam("id");
            Changes.make(ctx, turns, at -> office.removePasskeys(at, by, id, passkey -> true), () -> ctx.status(204));
        });
    }

    /** Only for whoever knows the PIN: a desk left open must not give a colleague a key to come back with. */
    private void begin(Context ctx) {
        SignedIn who = sessions.require(ctx);
        Fields fields = Fields.of(ctx);
        String pin = fields.text("pin", 1, PinHash.PIN_LENGTH_MAX);
        fields.done();
        sessions.requirePin(who, pin);
        Json.answer(ctx, 200, passkeys.toAdd(who));
    }

    private void add(Context ctx) {
        SignedIn who = sessions.require(ctx);
        Passkey added = passkeys.added(who, Fields.of(ctx));
        Changes.make(
                ctx,
                turns,
                at -> office.addPasskey(at, who.staff().id(), added),
                () -> Json.answer(ctx, 201, body(added)));
    }

    private static Map<String, Object> body(Passkey passkey) {
        return Map.of("id", passkey.id(), "addedAt", passkey.addedAt().toString(), "shared", passkey.shared());
    }
}
