package dev.kioskguard.app.wiring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A bounded wait for what comes by itself after a start: devices on their wires, a page on its stream. */
final class Arrivals {

    /** After so long a guard is called ready without them: it serves, and refuses transfers. */
    static final Duration WITHIN = Duration.ofSeconds(5);

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private Arrivals() {}

    /** Returns what is missing when the wait is over: nothing, as soon as nothing is. */
    static List<String> await(Supplier<List<String>> missing) {
        var here = new CountDownLatch(1);
        try (var looks = new Worker("arrivals")) {
            looks.every(LOOK_EVERY, () -> {
                if (missing.get().isEmpty()) {
                    here.countDown();
                }
            });
            if (here.await(WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                return List.of();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return missing.get();
    }
}
