package dev.kioskguard.web.desk;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Turns;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Role;
import dev.kioskguard.web.desk.passkey.PasskeyRoutes;
import dev.kioskguard.web.desk.passkey.Passkeys;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.desk.staff.PinHash;
import dev.kioskguard.web.desk.staff.Staff;
import dev.kioskguard.web.desk.staff.StaffOffice;
import dev.kioskguard.web.desk.staff.StaffRoll;
import io.javalin.config.RoutesConfig;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Random;

/** One person of each role, each with the same PIN and the role's word for a staff number, and their ways in. */
final class DeskPeople {

    static final String PIN = "314159";

    private static final int FEW_ITERATIONS = 100;

    private final StaffRoll roll;
    private final Turns turns;
    private final StaffOffice office;
    final DeskSessions sessions;
    final Passkeys passkeys;

    DeskPeople(Path folder, Turns turns, Journal journal) {
        this.turns = turns;
        roll = StaffRoll.at(folder.resolve("staff.json"));
        for (Role role : Role.values()) {
            roll.enrol(new Staff(role.word(), "某人", role, PinHash.of(PIN, FEW_ITERATIONS, new Random(1))));
        }
        office = new StaffOffice(roll, journal);
        sessions = new DeskSessions(
                roll,
                SecureRandom.getSeed(32),
                PinHash.ofNobody(FEW_ITERATIONS, new Random(4)),
                turns.time(),
                new Random(2));
        sessions.onLocked(name -> turns.between(at -> office.locked(at, name)));
        passkeys = new Passkeys(
                roll, turns.time(), new Random(5), (name, why) -> turns.between(at -> office.refused(at, name, why)));
    }

    void addTo(RoutesConfig routes) {
        var hashing = new StaffRoutes.Hashing(FEW_ITERATIONS, new Random(3));
        new StaffRoutes(turns, roll, office, sessions, hashing).addTo(routes);
        new PasskeyRoutes(turns, office, sessions, passkeys).addTo(routes);
        new SignInRoutes(
                        sessions,
                        passkeys,
                        EnumSet.allOf(Deed.class),
                        (name, means) -> turns.between(at -> office.signedIn(at, name, means)))
                .addTo(routes);
    }
}
