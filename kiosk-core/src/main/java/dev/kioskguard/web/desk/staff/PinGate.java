package dev.kioskguard.web.desk.staff;

import dev.kioskguard.web.http.Problem;
import dev.kioskguard.web.http.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where PINs are tried: five wrong ones a minute for each name, and as many from each phone of theirs, so that nobody
 * else uses them up; no answer tells whether the name exists.
 */
final class PinGate {

    /** All names that nobody has share one count: there is no end to them. */
    private static final String NOBODY = "";

    private final InstantSource time;
    private final PinHash nobodysPin;
    private final WrongPins wrong = new WrongPins();
    private final News told = new News(WrongPins.SPAN);
    private volatile Consumer<String> locked = name -> {};

    PinGate(InstantSource time, PinHash nobodysPin) {
        this.time = time;
        this.nobodysPin = nobodysPin;
    }

    void onLocked(Consumer<String> listener) {
        locked = listener;
    }

    /**
     * Returns whoever is known, if this is their PIN.
     *
     * @param staff empty for a name that nobody has
     * @param phone what tells one phone of that name from others; empty where it was never signed in
     * @throws ProblemException 401 for a wrong PIN, 429 when this name was tried wrongly too often
     */
    Staff pass(Optional<Staff> staff, String pin, Optional<String> phone) {
        String name = staff.map(Staff::id).orElse(NOBODY);
        Instant now = time.instant();
        String tried = phone.map(own -> name + "\n" + own).orElse(name);
        wrong.tried(tried, now).ifPresent(wait -> {
            if (told.isNews(tried, now)) {
                locked.accept(name);
            }
            throw tooMany(wait);
        });
        boolean right = staff.map(Staff::pin).orElse(nobodysPin).matches(pin);
        if (!right || staff.isEmpty()) {
            throw new Problem(401, "unauthorized", "there is nobody of this name with this PIN; try again")
                    .asException();
        }
        wrong.right(tried);
        return staff.get();
    }

    private static ProblemException tooMany(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return new Problem(
                        429,
                        "too-many",
                        "too many wrong PINs; wait " + seconds + " seconds, then try again",
                        Map.of("Retry-After", Long.toString(seconds)))
                .asException();
    }
}
