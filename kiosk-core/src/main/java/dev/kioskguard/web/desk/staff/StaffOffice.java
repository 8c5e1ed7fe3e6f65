package dev.kioskguard.web.desk.staff;

import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.web.http.Problem;
import java.time.Instant;
import java.util.Optional;
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
        roll.replace(staff.withOwn(chosen));
    }

    /** Notes that somebody has signed in, or that nobody may try a name for a while. */
    public void note(Instant at, String what, String staff) {
        write(at, what, staff, staff);
    }

    private void write(Instant at, String what, String staff, String by) {
        ObjectNode open = JsonNodeFactory.instance
                .objectNode()
                .put("what", what)
                .put("staff", staff)
                .put("by", by);
        journal.append(new Entry(at, KIND, null, open, null));
    }
}
