package dev.kioskguard.app.record;

import dev.kioskguard.guard.state.Policy;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * What a journal tells of the policy by which the lines after it were decided. Immutable, and made once for all the
 * lines that repeat it: a policy with its script is by far the longest that a line holds.
 */
public final class PolicyLine {

    private final RawValue policy;
    private final String pack;

    private PolicyLine(RawValue policy, String pack) {
        this.policy = policy;
        this.pack = pack;
    }

    /** Returns the line of that policy and of the content with that version. */
    public static PolicyLine of(Policy policy, String pack) {
        return new PolicyLine(EventCodec.raw(policy), pack);
    }

    /** Returns the open part of a line that tells this, to be added to. */
    ObjectNode open() {
        return EventCodec.JSON
                .createObjectNode()
                .putRawValue(JournalRecorder.RULES, policy)
                .put(JournalRecorder.PACK, pack);
    }
}
