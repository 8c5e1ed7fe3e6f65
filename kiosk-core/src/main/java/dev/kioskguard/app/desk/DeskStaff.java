package dev.kioskguard.app.desk;

import dev.kioskguard.app.channel.Refusals;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.Turns;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.web.desk.SignInRoutes;
import dev.kioskguard.web.desk.StaffRoutes;
import dev.kioskguard.web.desk.passkey.PasskeyRoutes;
import dev.kioskguard.web.desk.passkey.Passkeys;
import dev.kioskguard.web.desk.staff.DeskSessions;
import dev.kioskguard.web.desk.staff.PinHash;
import dev.kioskguard.web.desk.staff.StaffOffice;
import dev.kioskguard.web.desk.staff.StaffRoll;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Who may sit at this desk, and who has signed in there. */
public final class DeskStaff {

    private static final String PHONES_KEY_FILE = "desk-phones.key";
    private static final int PHONES_KEY_BYTES = 32;

    private final Turns turns;
    private final DataDirectory data;
    private final StaffRoll roll;
    private final StaffOffice office;
    private final DeskSessions sessions;
    private final Passkeys passkeys;
    private final Refusals refusals;
    private final SecureRandom secure = new SecureRandom();

    private DeskStaff(DataDirectory data, Turns turns, Journal journal) {
        this.turns = turns;
        this.data = data;
        this.roll = StaffRoll.at(data.file("staff.json"));
        this.office = new StaffOffice(roll, journal);
        this.sessions = new DeskSessions(
                roll, phonesKey(), PinHash.ofNobody(PinHash.ITERATIONS, secure), InstantSource.system(), secure);
        this.passkeys = new Passkeys(
                roll, InstantSource.system(), secure, (name, why) -> write(at -> office.refused(at, name, why)));
        this.refusals = new Refusals(turns, journal);
    }

    private byte[] phonesKey() {
        byte[] key = data.secret(PHONES_KEY_FILE, () -> {
            byte[] fresh = new byte[PHONES_KEY_BYTES];
            secure.nextBytes(fresh);
            return fresh;
        });
        if (key.length != PHONES_KEY_BYTES) {
            throw new JournalException(
                    JournalException.Reason.KEY,
                    data.file(PHONES_KEY_FILE) + " is damaged: remove it; no phone is then known from before");
        }
        return key;
    }

    /** Opens the roll; where nobody could enrol anybody, a first head of the branch is enrolled. */
    public static DeskStaff open(DataDirectory data, Turns turns, Journal journal) {
        var staff = new DeskStaff(data, turns, journal);
        staff.sessions.onLocked(name -> staff.write(at -> staff.office.locked(at, name)));
        staff.sessions.onRefused(refused -> staff.refusals.note(refused.kind(), refused.detail()));
        FirstHead.wanted(data, staff.roll, staff.secure)
                .ifPresent(head -> turns.between(at -> staff.office.enrol(at, StaffOffice.INSTALLATION, head))
                        .toCompletableFuture()
                        .join());
        return staff;
    }

    public DeskSessions sessions() {
        return sessions;
    }

    /** Adds the way in and the roll; {@code offered} is what can be done at this desk, by whoever may. */
    public void addTo(RoutesConfig routes, Set<Deed> offered) {
        var hashing = new StaffRoutes.Hashing(PinHash.ITERATIONS, secure);
        new StaffRoutes(turns, roll, office, sessions, hashing).addTo(routes);
        new PasskeyRoutes(turns, office, sessions, passkeys).addTo(routes);
        new SignInRoutes(sessions, passkeys, offered, (name, means) -> write(at -> office.signedIn(at, name, means)))
                .addTo(routes);
    }

    /** Tells by which origin, of a host name, the desk's page is reached; passkeys work there only. */
    public void reachedAt(Optional<URI> origin) {
        passkeys.reachedAt(origin);
    }

    /** Tidies up what is of no use any more, and writes what is left to be counted; every few seconds. */
    public void tidy() {
        FirstHead.forget(data, roll);
        refusals.look();
    }

    /** Whether the line can be written or not: nobody is kept from a page by a full disk. */
    private void write(Consumer<Instant> line) {
        var unused = turns.between(line).toCompletableFuture();
    }
}
