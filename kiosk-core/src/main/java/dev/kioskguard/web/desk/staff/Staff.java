package dev.kioskguard.web.desk.staff;

import dev.kioskguard.paging.Role;

/**
 * One enrolled member of staff.
 *
 * @param id what they sign in with, and what the journal names them by
 */
public record Staff(String id, String name, Role role, PinHash pin) {

    public static final int ID_LENGTH_MAX = 40;
    public static final int NAME_LENGTH_MAX = 40;

    public Staff {
        if (!id.matches("[A-Za-z0-9._-]{1," + ID_LENGTH_MAX + "}")) {
            throw new IllegalArgumentException(
                    "a staff id is 1 to " + ID_LENGTH_MAX + " letters, digits, dots, hyphens or underscores");
        }
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("a name has 1 to " + NAME_LENGTH_MAX + " characters");
        }
    }

    @Override
    public String toString() {
        return "Staff[" + id + ", " + role.word() + "]";
    }
}
