package dev.kioskguard.vision.rule;

import dev.kioskguard.vision.SignalChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far one rule has come: its window, and what holds by it. Immutable. */
record Following(Rule rule, Window window, @Nullable Holding holding) {

    /** For how long a signal outlives the last frame that could tell of it: the phone behind a turned head. */
    static final Duration KEPT_UNTOLD = Duration.ofSeconds(10);

    /** In how many frames of the window what confirms a signal must be seen. */
    static final int NAMED_MIN = 2;

    static Following of(Rule rule) {
        return new Following(rule, Window.EMPTY, null);
    }

    /** Takes in one more frame. */
    Told with(Mark mark) {
        Window now = window.with(mark, rule.bounds());
        boolean named = now.marks().stream().filter(Mark::named).count() >= NAMED_MIN;
        Holding held = holding;
        if (held == null) {
            return now.begins(rule.bounds()) ? begun(now, mark, named) : untold(now, null);
        }
        Holding goesOn = held.after(mark, named);
        if (now.ends(rule.bounds())) {
            return ended(now, held, "");
        }
        if (mark.at().isAfter(goesOn.lastTold().plus(KEPT_UNTOLD))) {
            return ended(now, held, "cannot-tell");
        }
        Holding telling = telling(goesOn, now);
        return telling.isNewsAfter(held)
                ? new Told(new Following(rule, now, telling), telling.change())
                : untold(now, goesOn);
    }

    private Told begun(Window now, Mark mark, boolean named) {
        Instant since = Objects.requireNonNull(now.firstYes(), "what begins was seen");
        Holding fresh = new Holding(rule.signal(now), since, named, mark.at(), 0, List.of());
        Holding telling = telling(fresh, now);
        return new Told(new Following(rule, now, telling), telling.change());
    }

    private Holding telling(Holding now, Window seen) {
        double share = seen.yesOfTold();
        boolean soft = rule == Rule.CALL && !now.named() && !now.isLong();
        double strength = soft ? share * Holding.SOFT_MAX : Math.max(SignalChange.EVIDENT, share);
        return now.telling(strength, Reasons.of(rule, seen, now));
    }

    /** Forgets everything; what held has ended for {@code why}. */
    Told forgotten(String why) {
        Holding held = holding;
        return held == null ? new Told(of(rule), null) : ended(Window.EMPTY, held, why);
    }

    private Told ended(Window now, Holding held, String why) {
        return new Told(new Following(rule, now, null), held.ended(why));
    }

    private Told untold(Window now, @Nullable Holding held) {
        return new Told(new Following(rule, now, held), null);
    }

    /** What comes after a frame, and what there is to tell of it. */
    record Told(Following next, @Nullable SignalChange change) {}
}
