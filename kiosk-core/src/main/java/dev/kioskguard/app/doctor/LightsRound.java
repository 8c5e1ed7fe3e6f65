package dev.kioskguard.app.doctor;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.Lights.Flash;
import dev.kioskguard.device.Lights.Light;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Every light on, and out again however the round ends; somebody says whether they shone. */
final class LightsRound {

    private final Lights lights;
    private final Person person;
    private final Duration move;

    /** Those that may shine now. */
    private final Set<Light> lit = EnumSet.noneOf(Light.class);

    LightsRound(Lights lights, Person person, Duration move) {
        this.lights = lights;
        this.person = person;
        this.move = move;
    }

    /** Returns the longest that the round may take: each light on and out, and an answer between. */
    static Duration limit(Person person, Duration move) {
        return move.plus(Cycle.GRACE).multipliedBy(2L * Light.values().length).plus(person.hand());
    }

    Outcome work() throws InterruptedException {
        Outcome shown;
        Optional<String> stillOn;
        try {
            shown = shown();
        } catch (ExecutionException | TimeoutException e) {
            shown = Outcome.fail(Examiner.reason(e));
        } finally {
            stillOn = putOut();
        }
        return stillOn.isEmpty()
                ? shown
                : Outcome.fail(shown.seen() + "; may still be on: " + words(lit) + ", as " + stillOn.get());
    }

    private Outcome shown() throws InterruptedException, ExecutionException, TimeoutException {
        List<Light> absent = new ArrayList<>();
        for (Light light : Light.values()) {
            lit.add(light);
            try {
                Cycle.done(lights.set(light, Flash.CONTINUOUS, move), move);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof DeviceException known) || known.fault() != Fault.UNSUPPORTED) {
                    throw e;
                }
                lit.remove(light);
                absent.add(light);
            }
        }
        if (lit.isEmpty()) {
            return Outcome.warn("has none of the guard's lights");
        }
        String seen = "on: " + words(lit) + (absent.isEmpty() ? "" : "; not there: " + words(absent));
        return Cycle.confirmed(seen, person.saw("这些指示灯都亮了吗？", "do these lights shine: " + words(lit)));
    }

    /** Puts out whatever may shine, one after the other, which no interrupt stops; returns why that failed, if so. */
    private Optional<String> putOut() {
        Optional<String> why = Optional.empty();
        for (Light light : List.copyOf(lit)) {
            try {
                lights.set(light, Flash.OFF, move)
                        .toCompletableFuture()
                        .copy()
                        .orTimeout(move.plus(Cycle.GRACE).toMillis(), TimeUnit.MILLISECONDS)
                        .join();
                lit.remove(light);
            } catch (RuntimeException e) {
                why = Optional.of(Examiner.reason(e));
            }
        }
        return why;
    }

    private static String words(Collection<Light> some) {
        return some.stream().map(Readiness::words).collect(Collectors.joining(", "));
    }
}
