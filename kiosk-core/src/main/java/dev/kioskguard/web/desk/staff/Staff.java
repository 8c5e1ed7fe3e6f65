package dev.kioskguard.web.desk.staff;

import dev.kioskguard.paging.Role;

/**
 * One enrolled member of staff.
 *
 * @param id what they sign in with, and what the journal names them by
 * @param firstPin whether somebody else has chosen the PIN, so that nothing is done with it but choosing another
 */
public record Staff(String id, String name, Role role, PinHash pin, boolean firstPin) {

    public static final int ID_LENGTH_MAX = 40;
    public static final int NAME_LENGTH_MAX = 40;

    /** What an id looks like. */
    public static final String ID_FORM = "[A-Za-z0-9._-]{1," + ID_LENGTH_MAX + "}";

    public Staff {
        if (!id.matches(ID_FORM)) {
            throw new IllegalArgumentException(
                    "a staff id is 1 to " + ID_LENGTH_MAX + " letters, digits, dots, hyphens or underscores");
        }
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("a name has 1 to " + NAME_LENGTH_MAX + " characters");
        }
    }

    /** Somebody whose PIN is their own. */
    public Staff(String id, String name, Role role, PinHash pin) {
        this(id, name, role, pin, false);
    }

    /** Returns this person with a PIN of their own choice. */
    Staff withOwn(PinHash chosen) {
        return new Staff(id, name, role, chosen, false);
    }

    @Override
    public String toString() {
        return "Staff[" + id + ", " + role.word() + "]";
    }
}
