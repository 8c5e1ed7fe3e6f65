package dev.kioskguard.guard.state;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people around a transfer: who was called, who came, what they said.
 *
 * @param paged whether a page was raised for this transfer
 * @param askedByCustomer whether the hold is the customer's own wish, which alone lets them go back
 * @param code four digits: for staff while held, for the customer while paused
 * @param heldUntil when a hold or pause lapses
 * @param releasedBy staff who have released; red wants two different ones
 * @param wrongCodes wrong codes in this hold or pause
 * @param silent whether the customer has called for help by the gesture that the screen does not show
 */
public record Care(
        boolean paged,
        boolean askedByCustomer,
        @Nullable String code,
        @Nullable Instant heldUntil,
        Set<String> releasedBy,
        int wrongCodes,
        boolean silent) {

    public static final Care NONE = new Care(false, false, null, null, Set.of(), 0, false);

    public Care {
        releasedBy = Set.copyOf(releasedBy);
    }

    public Care withPage() {
        return new Care(true, askedByCustomer, code, heldUntil, releasedBy, wrongCodes, silent);
    }

    public Care held(boolean byCustomer, String newCode, Instant until) {
        return new Care(paged, byCustomer, newCode, until, Set.of(), 0, silent);
    }

    /** Returns this when staff take over a hold that the customer had asked for: the clock goes on. */
    public Care takenOverByStaff() {
        return new Care(paged, false, code, heldUntil, releasedBy, wrongCodes, silent);
    }

    /** Returns this after a hold; releases count only for the stage at which red is held. */
    public Care freed(boolean keepReleases) {
        return new Care(paged, false, null, null, keepReleases ? releasedBy : Set.of(), 0, silent);
    }

    public Care released(String staff) {
        var all = new LinkedHashSet<>(releasedBy);
        all.add(staff);
        return new Care(paged, askedByCustomer, code, heldUntil, all, wrongCodes, silent);
    }

    public Care withWrongCode() {
        return new Care(paged, askedByCustomer, code, heldUntil, releasedBy, wrongCodes + 1, silent);
    }

    public Care silently() {
        return new Care(paged, askedByCustomer, code, heldUntil, releasedBy, wrongCodes, true);
    }

    @Override
    public String toString() {
        return "Care[paged=" + paged + ", released by " + releasedBy.size() + "]";
    }
}
