package dev.kioskguard.web.desk.passkey;

import dev.kioskguard.web.http.access.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Random words that were given out to be signed, each of which counts once, for whom it was given to, and not for long.
 * Thread-safe.
 */
final class Challenges {

    /** For a look for the phone, a finger that slips, and a second try. */
    static final Duration LIFE = Duration.ofMinutes(2);

    /**
     * Beyond it the oldest is forgotten. Anybody may ask for one, and ten thousand who do so while somebody puts their
     * finger on the phone take nothing from them; all together are less than four megabytes.
     */
    static final int OPEN_MAX = 16 * 1024;

    private static final int CHALLENGE_BYTES = 32;

    private final InstantSource time;
    private final RandomGenerator chance;
    private final Map<String, Open> open = new LinkedHashMap<>();

    /**
     * Makes a store without any.
     *
     * @param chance a cryptographic source in production
     */
    Challenges(InstantSource time, RandomGenerator chance) {
        this.time = time;
        this.chance = chance;
    }

    /** Gives one out; {@code holder} is who may bring it back. */
    synchronized String next(String holder) {
        forgetOld(time.instant());
        if (open.size() == OPEN_MAX) {
            open.remove(open.keySet().iterator().next());
        }
        String challenge = Secrets.text(CHALLENGE_BYTES, chance);
        open.put(challenge, new Open(holder, time.instant().plus(LIFE)));
        return challenge;
    }

    /** Takes one back, whether it counts or not, and returns whether it does. */
    synchronized boolean take(String challenge, String holder) {
        forgetOld(time.instant());
        Open given = open.remove(challenge);
        return given != null && given.holder.equals(holder);
    }

    synchronized int size() {
        return open.size();
    }

    /** They lie in the order in which they end. */
    private void forgetOld(Instant now) {
        var eldest = open.values().iterator();
        while (eldest.hasNext() && !now.isBefore(eldest.next().until)) {
            eldest.remove();
        }
    }

    private record Open(String holder, Instant until) {}
}
