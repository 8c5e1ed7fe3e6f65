package dev.kioskguard.web.desk;

import dev.kioskguard.audit.Turns;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Role;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.desk.staff.PinHash;
import dev.kioskguard.web.desk.staff.SignedIn;
import dev.kioskguard.web.desk.staff.Staff;
import dev.kioskguard.web.desk.staff.StaffOffice;
import dev.kioskguard.web.desk.staff.StaffRoll;
import dev.kioskguard.web.front.Changes;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@code /desk/staff}: the roll, which the head of the branch keeps; never about themselves. */
public final class StaffRoutes {

    private final Turns turns;
    private final StaffRoll roll;
    private final StaffOffice office;
    private final DeskSessions sessions;
    private final Hashing hashing;

    public StaffRoutes(Turns turns, StaffRoll roll, StaffOffice office, DeskSessions sessions, Hashing hashing) {
        this.turns = turns;
        this.roll = roll;
        this.office = office;
        this.sessions = sessions;
        this.hashing = hashing;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/desk/staff", ctx -> {
            sessions.requireTo(ctx, Deed.ENROL);
            Json.answer(ctx, 200, roll.all().stream().map(StaffRoutes::body).toList());
        });
        routes.post("/desk/staff", this::enrol);
        routes.delete("/desk/staff/{id}", this::revoke);
        routes.post("/desk/session/pin", this::choosePin);
    }

    private void enrol(Context ctx) {
        String by = sessions.requireTo(ctx, Deed.ENROL).staff().id();
        Fields fields = Fields.of(ctx);
        String id = fields.text("staff", 1, Staff.ID_LENGTH_MAX);
        String name = fields.text("name", 1, Staff.NAME_LENGTH_MAX);
        Role role = fields.choice("role", Role.BY_WORD);
        String pin = fields.text("pin", PinHash.PIN_LENGTH_MIN, PinHash.PIN_LENGTH_MAX);
        fields.done();
        if (!id.matches(Staff.ID_FORM)) {
            throw Problem.unprocessable("staff must be letters, digits, dots, hyphens or underscores")
                    .asException();
        }
        var staff = new Staff(id, name, role, hashing.of(pin), true);
        Changes.make(ctx, turns, at -> office.enrol(at, by, staff), () -> Json.answer(ctx, 201, body(staff)));
    }

    private void revoke(Context ctx) {
        String by = sessions.requireTo(ctx, Deed.ENROL).staff().id();
        String id = ctx.pathParam("id");
        Changes.make(ctx, turns, at -> office.revoke(at, by, id), () -> ctx.status(204));
    }

    /** Also for those who have to choose one before they may do anything else. */
    private void choosePin(Context ctx) {
        SignedIn who = sessions.requireSession(ctx);
        Fields fields = Fields.of(ctx);
        String pin = fields.text("pin", 1, PinHash.PIN_LENGTH_MAX);
        String newPin = fields.text("newPin", PinHash.PIN_LENGTH_MIN, PinHash.PIN_LENGTH_MAX);
        fields.done();
        sessions.requirePin(who, pin);
        if (newPin.equals(pin)) {
            throw Problem.unprocessable("newPin must be another than before").asException();
        }
        PinHash chosen = hashing.of(newPin);
        Changes.make(
                ctx,
                turns,
                at -> {
                    office.choose(at, who.staff(), chosen);
                    sessions.goOn(who, chosen);
                    return Optional.empty();
                },
                () -> ctx.status(204));
    }

    private static Map<String, Object> body(Staff staff) {
        return Map.of(
                "staff", staff.id(),
                "name", staff.name(),
                "role", staff.role().word(),
                "firstPin", staff.firstPin(),
                "passkeys", staff.passkeys().size());
    }

    /**
     * How a PIN becomes what may be kept.
     *
     * @param chance a cryptographic source in production
     */
    public record Hashing(int iterations, RandomGenerator chance) {

        PinHash of(String pin) {
            return PinHash.of(pin, iterations, chance);
        }
    }
}
