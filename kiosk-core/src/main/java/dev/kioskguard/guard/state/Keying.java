package dev.kioskguard.guard.state;

import dev.kioskguard.device.Key;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the keypad has done lately.
 *
 * @param last the last key that was to go on somewhere
 * @param typed digits keyed so far where something is typed; personal
 * @param ignoredCount keys that came early, meant nothing or were repeated, since the start
 */
public record Keying(@Nullable Key last, @Nullable Instant at, String typed, long ignoredCount) {

    /** How many digits are kept of what is typed. */
    public static final int TYPED_MAX = 16;

    public static final Keying NONE = new Keying(null, null, "", 0);

    public Keying pressed(Key key, Instant when) {
        return new Keying(key, when, typed, ignoredCount);
    }

    public Keying ignoring(Key key, Instant when) {
        return new Keying(key, when, typed, ignoredCount + 1);
    }

    /** Returns this with one more answer that came too early by touch. */
    public Keying ignored() {
        return new Keying(last, at, typed, ignoredCount + 1);
    }

    public Keying typing(String digits) {
        return new Keying(last, at, digits.length() > TYPED_MAX ? typed : digits, ignoredCount);
    }

    @Override
    public String toString() {
        return "Keying[ignored=" + ignoredCount + "]";
    }
}
