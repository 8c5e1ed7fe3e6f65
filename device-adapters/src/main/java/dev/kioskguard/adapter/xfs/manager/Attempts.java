package dev.kioskguard.adapter.xfs.manager;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The next attempt to reach a manager: one is due at a time, however many wait for it, each after a longer wait than
 * the one before. What is wrong is logged when it changes. Confined to the loop.
 */
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Environment environment;
    private int failures;
    private int planned;
    private String logged = "";
    private @Nullable String trouble;

    Attempts(Environment environment) {
        this.environment = environment;
    }

    /** Plans the next attempt, instead of any that is due, and returns what there is to tell meanwhile. */
    String after(String why, Runnable next) {
        Duration wait = environment.timings().backoff().before(failures++, environment.random());
        String told = "%s; next attempt in %d ms".formatted(why, wait.toMillis());
        trouble = told;
        if (!why.equals(logged)) {
            LOG.warn("no XFS manager: {}", why);
            logged = why;
        }
        int mine = ++planned;
        var unused = environment.later(wait, () -> {
            if (mine == planned) {
                trouble = null;
                next.run();
            }
        });
        return told;
    }

    /** Returns what is wrong while an attempt is due. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** All is well, so the next trouble is a new one. */
    void well() {
        failures = 0;
        logged = "";
    }

    /** Nobody needs the next attempt any more. */
    void drop() {
        planned++;
        trouble = null;
    }
}
