package dev.kioskguard.guard.state;

import java.util.ArrayList;
import java.util.List;

/**
 * What the prompt needs before the customer types anything. What is missing is a reason to refuse transfers and nothing
 * else: other business goes on.
 *
 * @param headset whether one is plugged in: then the customer is told everything by voice
 */
public record Means(boolean voice, boolean screen, boolean clock, boolean headset) {

    public static final Means ALL = new Means(true, true, true, false);
    public static final Means NONE = new Means(false, false, true, false);

    public Means withVoice(boolean now) {
        return new Means(now, screen, clock, headset);
    }

    public Means withScreen(boolean now) {
        return new Means(voice, now, clock, headset);
    }

    public Means withClock(boolean now) {
        return new Means(voice, screen, now, headset);
    }

    public Means withHeadset(boolean now) {
        return new Means(voice, screen, clock, now);
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
