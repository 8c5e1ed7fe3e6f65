package dev.kioskguard.guard.state;

import java.util.ArrayList;
import java.util.List;

/**
 * What the prompt needs before the customer types anything. What is missing is a reason to refuse transfers and nothing
 * else: other business goes on.
 */
public record Means(boolean voice, boolean screen, boolean clock) {

    public static final Means ALL = new Means(true, true, true);
    public static final Means NONE = new Means(false, false, true);

    public Means withVoice(boolean now) {
        return new Means(now, screen, clock);
    }

    public Means withScreen(boolean now) {
        return new Means(voice, now, clock);
    }

    public Means withClock(boolean now) {
        return new Means(voice, screen, now);
    }

    /** Returns the reason codes of what is missing, worst first. */
    public List<String> missing() {
        var reasons = new ArrayList<String>();
        if (!clock) {
            reasons.add("clock-jumped");
        }
        if (!screen) {
            reasons.add("screen-missing");
        }
        if (!voice) {
            reasons.add("speaker-mute");
        }
        return reasons;
    }
}
