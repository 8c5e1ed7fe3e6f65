package dev.kioskguard.app.doctor;

import dev.kioskguard.content.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a check found. Immutable.
 *
 * @param seen what was there, in one line
 * @param todo what to do; null where the usual advice for this check fits, and after a pass
 */
record Outcome(Grade grade, String seen, @Nullable Text todo) {

    private static final int SEEN_CHARS_MAX = 600;

    Outcome {
        String line = seen.replaceAll("\\p{Cntrl}+", " ").strip();
        seen = line.substring(0, Math.min(line.length(), SEEN_CHARS_MAX));
    }

    static Outcome pass(String seen) {
        return new Outcome(Grade.PASS, seen, null);
    }

    static Outcome warn(String seen) {
        return new Outcome(Grade.WARN, seen, null);
    }

    static Outcome warn(String seen, String zh, String en) {
        return new Outcome(Grade.WARN, seen, new Text(zh, en));
    }

    static Outcome fail(String seen) {
        return new Outcome(Grade.FAIL, seen, null);
    }

    static Outcome fail(String seen, String zh, String en) {
        return new Outcome(Grade.FAIL, seen, new Text(zh, en));
    }
}
