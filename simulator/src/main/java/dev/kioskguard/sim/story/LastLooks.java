package dev.kioskguard.sim.story;

import org.jspecify.annotations.Nullable;

/** How the warnings at one terminal have looked, the last and the one before it. */
public final class LastLooks {

    private @Nullable String before;
    private @Nullable String now;
    private boolean warns;

    /** Notes a screen; a warning that is shown once more is the same warning. */
    public void shown(String kind, @Nullable String layout) {
        boolean warning = kind.equals("warning");
        if (warning && !warns) {
            before = now;
            now = layout;
        }
        warns = warning;
    }

    /** Returns how the warning that is shown looks beside the one before it. */
    public String compared() {
        if (!warns || now == null) {
            return Facts.NONE;
        }
        return before == null ? "first" : now.equals(before) ? "same" : "another";
    }
}
