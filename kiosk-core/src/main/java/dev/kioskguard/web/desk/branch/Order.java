package dev.kioskguard.web.desk.branch;

import dev.kioskguard.web.desk.after.Closure;
import dev.kioskguard.web.desk.command.Doing;
import org.jspecify.annotations.Nullable;

/**
 * What somebody at the desk wants done at a machine.
 *
 * @param code what stands on the customer's screen, for a release
 * @param reason in the words of the staff, for a verdict
 * @param closure for a close-out, and nothing else
 */
record Order(
        String actionId,
        Target target,
        Doing does,
        String staff,
        @Nullable String code,
        @Nullable String reason,
        @Nullable Closure closure) {

    /** An order that nobody gives reasons for. */
    static Order plain(String actionId, Target target, Doing does, String staff) {
        return new Order(actionId, target, does, staff, null, null, null);
    }

    /**
     * Which machine, and which page of it.
     *
     * @param page empty where it is about none
     */
    record Target(String machine, String page) {}

    @Override
    public String toString() {
        return "Order[" + actionId + ", " + target + ", " + does + "]";
    }
}
