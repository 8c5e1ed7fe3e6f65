package dev.kioskguard.sim.story.part;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The pages that were raised, and what people have done about them. */
public final class VirtualPages {

    private static final Duration DELIVERED_AFTER = Duration.ofSeconds(1);

    private final VirtualTime time;
    private final Map<String, String> states = new HashMap<>();
    private boolean reachable = true;

    public VirtualPages(VirtualTime time) {
        this.time = time;
    }

    public void reachable(boolean now) {
        reachable = now;
        if (now) {
            states.replaceAll((id, state) -> state.equals("undelivered") ? "delivered" : state);
        }
    }

    public void raise(String transferId) {
        if (states.putIfAbsent(transferId, "raised") == null) {
            time.in(
                    DELIVERED_AFTER,
                    () -> states.replace(transferId, "raised", reachable ? "delivered" : "undelivered"));
        }
    }

    public boolean isRaised(String transferId) {
        return states.containsKey(transferId);
    }

    public void now(String transferId, String state) {
        states.replace(transferId, state);
    }

    public String of(String transferId) {
        return states.getOrDefault(transferId, "none");
    }
}
