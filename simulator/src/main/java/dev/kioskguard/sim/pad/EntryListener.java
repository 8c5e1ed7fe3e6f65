package dev.kioskguard.sim.pad;

import dev.kioskguard.device.Key;
import java.util.List;
import java.util.Optional;

/** Whoever asked for an entry. Called while the pad is held, in order, and must return at once. */
public interface EntryListener {

    /** The keypad listens from now on. */
    void begun();

    /** A key was taken. Which digit of a PIN it was is not said. */
    void taken(Optional<Key> key);

    /**
     * The entry is over.
     *
     * @param by the key that ended it, or empty when its last digit did
     * @param count how many digits of a PIN, or keys of a plain entry, were taken
     * @param keys the keys of a plain entry in order; empty for a PIN
     */
    void ended(Optional<Key> by, int count, List<Key> keys);
}
