package dev.kioskguard.transfer.clearance;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The host's memory of the clearances that it has taken. A real host keeps it as durably as its ledger. */
@FunctionalInterface
public interface UsedClearances {

    /**
     * Takes the clearance, at most once whatever else happens at the same time.
     *
     * @param exp after which it need not be remembered, since it has expired
     * @return whether this was the first time
     */
    boolean take(String jti, Instant exp, Instant now);

    /** Returns a memory that lasts as long as its process and remembers {@code max} clearances at a time. */
    static UsedClearances inMemory(int max) {
        Map<String, Instant> used = new HashMap<>();
        return (jti, exp, now) -> {
            synchronized (used) {
                if (used.size() >= max) {
                    used.values().removeIf(past -> !past.isAfter(now));
                }
                // Full is as good as used: what cannot be remembered could be used twice.
                return used.size() < max && used.putIfAbsent(jti, exp) == null;
            }
        };
    }
}
