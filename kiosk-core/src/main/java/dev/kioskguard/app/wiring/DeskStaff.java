package dev.kioskguard.app.wiring;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.web.desk.SignInRoutes;
import dev.kioskguard.web.desk.StaffRoutes;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.desk.staff.PinHash;
import dev.kioskguard.web.desk.staff.StaffOffice;
import dev.kioskguard.web.desk.staff.StaffRoll;
import io.javalin.config.RoutesConfig;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Who may sit at the desk of this machine, and who has signed in there. */
final class DeskStaff {

    private final GuardRunner guard;
    private final DataDirectory data;
    private final StaffRoll roll;
    private final StaffOffice office;
    private final DeskSessions sessions;
    private final SecureRandom secure = new SecureRandom();

    private DeskStaff(DataDirectory data, GuardRunner guard, Journal journal) {
        this.guard = guard;
        this.data = data;
        this.roll = StaffRoll.at(data.file("staff.json"));
        this.office = new StaffOffice(roll, journal);
        this.sessions = new DeskSessions(roll, InstantSource.system(), secure);
    }

    /** Opens the roll; where nobody could enrol anybody, a first head of the branch is enrolled. */
    static DeskStaff open(DataDirectory data, GuardRunner guard, Journal journal) {
        var staff = new DeskStaff(data, guard, journal);
        staff.sessions.onLocked(name -> staff.note("locked", name));
        FirstHead.wanted(data, staff.roll, staff.secure)
                .ifPresent(head -> guard.between(at -> staff.office.enrol(at, StaffOffice.INSTALLATION, head))
                        .toCompletableFuture()
                        .join());
        return staff;
    }

    DeskSessions sessions() {
        return sessions;
    }

    void addTo(RoutesConfig routes) {
        var hashing = new StaffRoutes.Hashing(PinHash.ITERATIONS, secure);
        new StaffRoutes(guard, roll, office, sessions, hashing).addTo(routes);
        new SignInRoutes(sessions, name -> note("signed-in", name)).addTo(routes);
    }

    /** Tidies up what is of no use any more. */
    void tidy() {
        FirstHead.forget(data, roll);
    }

    /** Whether the line can be written or not: nobody is kept from a page by a full disk. */
    private void note(String what, String name) {
        var unused = guard.between(at -> office.note(at, what, name)).toCompletableFuture();
    }
}
