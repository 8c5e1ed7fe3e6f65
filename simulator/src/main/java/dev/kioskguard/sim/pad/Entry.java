package dev.kioskguard.sim.pad;

import dev.kioskguard.device.Key;

/** One entry under way on the keypad. Not thread-safe: the pad that owns it is. */
interface Entry {

    /** What became of a key. */
    enum Step {
        IGNORED,
        TAKEN,
        ENDED
    }

    EncryptingPad.Mode mode();

    Step press(Key key);

    /** Tells the listener that the entry is over; called once, after {@link Step#ENDED}. */
    void tellEnd();

    /** Drops what was keyed. */
    void forget();
}
