package dev.kioskguard.web.desk.staff;

import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.web.http.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes of the roll, each a line of the journal first. Everything here happens on the guard's thread, between its
 * steps, so that two people who change the roll do so one after the other.
 */
public final class StaffOffice {

    /** The kind of the journal's lines about staff. */
    public static final String KIND = "Staff";

    /** Who enrols the first head of a branch: whoever has installed the machine. */
    public static final String INSTALLATION = "installation";

    private final StaffRoll roll;
    private final Journal journal;

    public StaffOffice(StaffRoll roll, Journal journal) {
        this.roll = roll;
        this.journal = journal;
    }

    /** Puts somebody on the roll, or returns why not. */
    public Optional<Problem> enrol(Instant at, String by, Staff staff) {
        if (roll.find(staff.id()).isPresent()) {
            return Optional.of(Problem.conflict(
                    "staff-exists",
                    "somebody is enrolled under this staff number; revoke them first, or take another"));
        }
        if (roll.all().size() >= StaffRoll.STAFF_MAX) {
            return Optional.of(
                    Problem.conflict("roll-full", StaffRoll.STAFF_MAX + " people are enrolled; revoke somebody first"));
        }
        write(at, "enrolled", staff.id(), by);
        roll.enrol(staff);
        return Optional.empty();
    }

    /** Takes somebody off the roll, or returns why not. Nobody does so to themselves: a head always remains. */
    public Optional<Problem> revoke(Instant at, String by, String id) {
        if (id.equals(by)) {
            return Optional.of(Problem.forbidden("nobody revokes themselves; ask another head of branch"));
        }
        if (roll.find(by).isEmpty()) {
            return Optional.of(Problem.forbidden("whoever is revoked revokes nobody"));
        }
        if (roll.find(id).isEmpty()) {
            return Optional.of(Problem.notFound("nobody is enrolled under this staff number; read GET /desk/staff"));
        }
        write(at, "revoked", id, by);
        roll.revoke(id);
        return Optional.empty();
    }

    /** Gives somebody the PIN that they have chosen. */
    public void choose(Instant at, Staff staff, PinHash chosen) {
        write(at, "pin-changed", staff.id(), staff.id());
        roll.change(staff.id(), now -> now.withOwn(chosen));
    }

    /** Gives somebody one more passkey, or returns why not. */
    public Optional<Problem> addPasskey(Instant at, String id, Passkey passkey) {
        Optional<Staff> owner = roll.find(id);
        if (owner.isEmpty()) {
            return Optional.of(Problem.forbidden("whoever is revoked adds no passkey"));
        }
        if (roll.ofPasskey(passkey.id()).isPresent()) {
            return Optional.of(Problem.conflict(
                    "passkey-known", "this passkey was added before; remove it first, or take another phone"));
        }
        if (owner.get().passkeys().size() >= Staff.PASSKEYS_MAX) {
            return Optional.of(Problem.conflict(
                    "passkeys-full", "nobody has more than " + Staff.PASSKEYS_MAX + " passkeys; remove one first"));
        }
        write(at, "passkey-added", id, id);
        roll.change(id, staff -> staff.with(passkey));
        return Optional.empty();
    }

    /** Takes passkeys from somebody, or returns why not. Whoever has signed in with one of them is out at once. */
    public Optional<Problem> removePasskeys(Instant at, String by, String id, Predicate<Passkey> taken) {
        if (roll.find(id).stream().flatMap(staff -> staff.passkeys().stream()).noneMatch(taken)) {
            return Optional.of(Problem.notFound("there is no such passkey; read GET /desk/passkeys or /desk/staff"));
        }
        write(at, "passkey-removed", id, by);
        roll.change(id, staff -> staff.without(taken));
        return Optional.empty();
    }

    /** Notes that nobody may try a name for a while. */
    public void locked(Instant at, String staff) {
        write(at, "locked", staff, staff);
    }

    /** Notes that somebody has signed in, and by what means. */
    public void signedIn(Instant at, String staff, String means) {
        append(at, line("signed-in", staff, staff).put("means", means));
    }

    /**
     * Notes that a passkey was refused.
     *
     * @param staff whose it is; empty where nobody has it
     * @param why one of a fixed few words
     */
    public void refused(Instant at, String staff, String why) {
        append(at, line("passkey-refused", staff, staff).put("why", why));
    }

    private void write(Instant at, String what, String staff, String by) {
        append(at, line(what, staff, by));
    }

    private static ObjectNode line(String what, String staff, String by) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("what", what)
                .put("staff", staff)
                .put("by", by);
    }

    private void append(Instant at, ObjectNode open) {
        journal.append(new Entry(at, KIND, null, open, null));
    }
}
