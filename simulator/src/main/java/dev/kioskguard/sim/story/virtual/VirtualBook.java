package dev.kioskguard.sim.story.virtual;

import dev.kioskguard.sim.story.Facts.Guarded;
import dev.kioskguard.sim.story.StoryFailedException;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.transfer.Verdict;
import dev.kioskguard.transfer.clearance.ClearanceVerifier;
import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.transfer.clearance.TokenRefusedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the application keeps of the transfers it has asked for. */
final class VirtualBook {

    private final Map<String, Asked> all = new HashMap<>();
    private @Nullable String last;

    /** What was asked for, as it was written and as it was read. */
    record Wanted(ObjectNode body, TransferRequest request) {}

    /** A transfer as the application asked for it and as it was told since; the session is that of its clearance. */
    static final class Asked {

        final String id;
        final Wanted wanted;
        final boolean submit;
        String session;
        String state = "asking";

        @Nullable
        Verdict verdict;

        @Nullable
        String clearance;

        String digest = "";
        boolean verified;

        Asked(String id, String session, Wanted wanted, boolean submit) {
            this.id = id;
            this.session = session;
            this.wanted = wanted;
            this.submit = submit;
        }

        /** Returns whether a host could verify the clearance for this transfer; what a host has verified, it could. */
        private boolean isValid(PublicKeys keys) {
            String held = clearance;
            if (held != null && !verified) {
                try {
                    verified = ClearanceVerifier.claims(held, keys).digest().equals(digest);
                } catch (TokenRefusedException refused) {
                    return false;
                }
            }
            return verified;
        }
    }

    void asked(Asked transfer) {
        all.put(transfer.id, transfer);
        last = transfer.id;
    }

    void state(String transferId, String state) {
        of(transferId).state = state;
    }

    /** Forgets a transfer that the guard has not taken. */
    void forget(String transferId, @Nullable String before) {
        all.remove(transferId);
        last = before;
    }

    @Nullable
    String lastId() {
        return last;
    }

    int count() {
        return all.size();
    }

    Asked of(String transferId) {
        Asked known = all.get(transferId);
        if (known == null) {
            throw new StoryFailedException("the application has not asked for " + transferId);
        }
        return known;
    }

    Asked last() {
        if (last == null) {
            throw new StoryFailedException("no transfer has been asked for yet");
        }
        return of(last);
    }

    /** Returns how the last transfer stands; tier and reasons are those given here until it has ended. */
    Guarded guarded(String tier, List<String> reasons, PublicKeys keys) {
        Asked asked = last();
        Verdict verdict = asked.verdict;
        Supplier<String> clearance = () -> asked.isValid(keys) ? "valid" : "none";
        return verdict == null
                ? new Guarded(asked.state, null, tier, reasons, clearance)
                : new Guarded(asked.state, verdict.end().word(), verdict.tier().word(), verdict.reasons(), clearance);
    }
}
