package dev.kioskguard.sim.pad;

import dev.kioskguard.device.Key;
import java.util.Map;

/**
 * What the keypad takes during one entry.
 *
 * @param digitsMin keys needed before enter is taken; only a PIN has a minimum
 * @param digitsMax keys taken at most; 0 means no limit
 * @param autoEnd whether the entry ends by itself once {@code digitsMax} is reached
 * @param keys the keys that count, and whether each ends the entry
 */
public record EntryRules(int digitsMin, int digitsMax, boolean autoEnd, Map<Key, Boolean> keys) {

    public EntryRules {
        keys = Map.copyOf(keys);
    }

    boolean takes(Key key) {
        return keys.containsKey(key);
    }

    boolean endsAt(Key key) {
        return keys.getOrDefault(key, false);
    }
}
