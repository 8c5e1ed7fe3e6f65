package dev.kioskguard.web.desk.staff;

import dev.kioskguard.paging.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One enrolled member of staff.
 *
 * @param id what they sign in with, and what the journal names them by
 * @param firstPin whether somebody else has chosen the PIN, so that nothing is done with it but choosing another
 * @param passkeys what they may sign in with in the PIN's place, at most {@link #PASSKEYS_MAX}
 */
public record Staff(String id, String name, Role role, PinHash pin, boolean firstPin, List<Passkey> passkeys) {

    public static final int ID_LENGTH_MAX = 40;
    public static final int NAME_LENGTH_MAX = 40;

    /** A phone, one at home, a desk's computer, and some to spare. */
    public static final int PASSKEYS_MAX = 5;

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
        if (passkeys.size() > PASSKEYS_MAX) {
            throw new IllegalArgumentException("nobody has more than " + PASSKEYS_MAX + " passkeys");
        }
        passkeys = List.copyOf(passkeys);
    }

    /** Somebody without passkeys. */
    public Staff(String id, String name, Role role, PinHash pin, boolean firstPin) {
        this(id, name, role, pin, firstPin, List.of());
    }

    /** Somebody whose PIN is their own. */
    public Staff(String id, String name, Role role, PinHash pin) {
        this(id, name, role, pin, false);
    }

    /** Returns the passkey of this person that a phone calls so. */
    public Optional<Passkey> passkey(String passkeyId) {
        return passkeys.stream().filter(own -> own.id().equals(passkeyId)).findFirst();
    }

    /** Returns this person with a PIN of their own choice. */
    Staff withOwn(PinHash chosen) {
        return new Staff(id, name, role, chosen, false, passkeys);
    }

    /** Returns this person with a passkey, in place of the one with the same id. */
    Staff with(Passkey passkey) {
        return with(Stream.concat(passkeys.stream().filter(own -> !own.id().equals(passkey.id())), Stream.of(passkey))
                .toList());
    }

    /** Returns this person without some of their passkeys. */
    Staff without(Predicate<Passkey> taken) {
        return with(passkeys.stream().filter(taken.negate()).toList());
    }

    private Staff with(List<Passkey> others) {
        return new Staff(id, name, role, pin, firstPin, others);
    }

    @Override
    public String toString() {
        return "Staff[" + id + ", " + role.word() + "]";
    }
}
