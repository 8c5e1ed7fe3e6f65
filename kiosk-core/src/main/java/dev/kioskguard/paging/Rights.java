package dev.kioskguard.paging;

import static dev.kioskguard.paging.Deed.*;
import static dev.kioskguard.paging.Role.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who may do what at the desk. Everyone enrolled reads pages; what stands nowhere here nobody may. How many people a
 * release takes is the tier's business: red takes two.
 */
public final class Rights {

    // @formatter:off
    public static final List<Right> TABLE = List.of(
        new Right(ACKNOWLEDGE, Set.of(LOBBY_MANAGER, HEAD_OF_BRANCH, OFFICER)),
        new Right(RELEASE,     Set.of(LOBBY_MANAGER, HEAD_OF_BRANCH, OFFICER)),
        new Right(HOLD,        Set.of(LOBBY_MANAGER, HEAD_OF_BRANCH, OFFICER)),
        new Right(CANCEL,      Set.of(LOBBY_MANAGER, HEAD_OF_BRANCH, OFFICER)),
        new Right(ESCALATE,    Set.of(LOBBY_MANAGER, HEAD_OF_BRANCH, OFFICER)),
        new Right(CLOSE,       Set.of(LOBBY_MANAGER, HEAD_OF_BRANCH, OFFICER)),
        new Right(PATROL,      Set.of(LOBBY_MANAGER, HEAD_OF_BRANCH, OFFICER)),
        new Right(REPORT,      Set.of(HEAD_OF_BRANCH, OFFICER)),
        new Right(OVERSEE,     Set.of(HEAD_OF_BRANCH)),
        new Right(DRAFT,       Set.of(HEAD_OF_BRANCH)),
        new Right(DRILL,       Set.of(HEAD_OF_BRANCH)),
        new Right(ENROL,       Set.of(HEAD_OF_BRANCH)));
    // @formatter:on

    private Rights() {}

    public static boolean may(Role role, Deed deed) {
        return TABLE.stream()
                .anyMatch(right -> right.deed() == deed && right.roles().contains(role));
    }

    /** Returns what a role may do, in the table's order. */
    public static List<Deed> of(Role role) {
        return TABLE.stream().map(Right::deed).filter(deed -> may(role, deed)).toList();
    }

    /** Returns who may do this. */
    public static Set<Role> whoMay(Deed deed) {
        var all = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(role -> may(role, deed)).forEach(all::add);
        return all;
    }

    /** One line of the table. */
    public record Right(Deed deed, Set<Role> roles) {

        public Right {
            roles = Set.copyOf(roles);
        }
    }
}
