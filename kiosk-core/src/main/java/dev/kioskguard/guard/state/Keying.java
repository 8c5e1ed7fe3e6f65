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
 * @param clearing the run of Clear that goes on; null where another key was the last
 */
public record Keying(
        @Nullable Key last,
        @Nullable Instant at,
        String typed,
        long ignoredCount,
        @Nullable Clearing clearing) {

    /** How many digits are kept of what is typed. */
    public static final int TYPED_MAX = 16;

    public static final Keying NONE = new Keying(null, null, "", 0, null);

    public Keying pressed(Key key, Instant when) {
        return new Keying(key, when, typed, ignoredCount, clearing);
    }

    public Keying ignoring(Key key, Instant when) {
        return new Keying(key, when, typed, ignoredCount + 1, clearing);
    }

    /** Returns this with one more touch that came too early or was repeated. */
    public Keying ignored() {
        return new Keying(last, at, typed, ignoredCount + 1, clearing);
    }

    public Keying typing(String digits) {
        return new Keying(last, at, digits.length() > TYPED_MAX ? typed : digits, ignoredCount, clearing);
    }

    /** Returns this after one more key: a run of Clear goes on, begins or is over. */
    public Keying after(Key key, Instant when) {
        Clearing run = key != Key.CLEAR ? null : clearing == null ? Clearing.begun(when) : clearing.on(when);
        return new Keying(last, at, typed, ignoredCount, run);
    }

    /** Returns this with the run of Clear waiting to be an answer on a screen; null where it waits for nothing. */
    public Keying waiting(@Nullable String screenId) {
        Clearing run = clearing == null ? null : new Clearing(clearing.since(), clearing.last(), screenId);
        return new Keying(last, at, typed, ignoredCount, run);
    }

    /**
     * A run of Clear, held down or pressed again and again; a keypad tells of presses alone.
     *
     * @param screenId the screen on which Clear is an answer too, as soon as nothing more of the run can come; null
     *     where it is none, or has been taken
     */
    public record Clearing(
            Instant since, Instant last, @Nullable String screenId) {

        private static Clearing begun(Instant when) {
            return new Clearing(when, when, null);
        }

        Clearing on(Instant when) {
            boolean goesOn = !settles().isBefore(when);
            return goesOn ? new Clearing(since, when, null) : begun(when);
        }

        /** Returns when another press would not belong to this run any more. */
        public Instant settles() {
            return last.plus(Limits.CLEAR_GAP_MAX);
        }

        /** Returns whether the run is long enough to be the silent call for help. */
        public boolean callsForHelp() {
            return !since.plus(Limits.CLEAR_HELD).isAfter(last);
        }
    }

    @Override
    public String toString() {
        return "Keying[ignored=" + ignoredCount + "]";
    }
}
