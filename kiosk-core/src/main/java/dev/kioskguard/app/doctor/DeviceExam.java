package dev.kioskguard.app.doctor;

import dev.kioskguard.app.config.Devices.Place;
import dev.kioskguard.app.wiring.OpenDevices;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Inspected.Fact;
import dev.kioskguard.device.Speaker;
import dev.kioskguard.device.Survey;
import dev.kioskguard.vision.Lookout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Examines devices through the adapters that are installed: whether anybody answers at an address, and each kind of
 * device there. For one thread.
 */
final class DeviceExam {

    /** What a look at an address may take; a terminal without a port is looked for at every port of the standard. */
    static final Duration SURVEY = Duration.ofSeconds(12);

    /** What it may take to open one kind of device after the other. */
    private static final Duration SEARCH = Readiness.SETTLE.multipliedBy(2);

    private final Examiner examiner;
    private final OpenDevices technologies;
    private final Eyesight eyesight;
    private final @Nullable Cycle cycle;
    private final List<Fact> versions = new ArrayList<>();

    /**
     * Examines with what is installed.
     *
     * @param cycle works each device once; null where nothing is to be worked
     */
    DeviceExam(Examiner examiner, OpenDevices technologies, Eyesight eyesight, @Nullable Cycle cycle) {
        this.examiner = examiner;
        this.technologies = technologies;
        this.eyesight = eyesight;
        this.cycle = cycle;
    }

    /** Examines the device that the configuration names at a place. */
    void at(Place place, DeviceAddress address) {
        Survey found = survey(place.word(), address, Kind.at(place));
        if (found == null) {
            return;
        }
        for (Kind kind : Kind.at(place)) {
            if (isThere(kind, found) && tried(kind, place.word(), address)) {
                return;
            }
        }
    }

    /** Examines every kind of device that is at an address. */
    void everything(DeviceAddress address) {
        Survey found = survey(address.toString(), address, List.of());
        if (found == null) {
            return;
        }
        if (found.kinds().isEmpty()) {
            searched(address).forEach(kind -> tried(kind, address + " " + kind.word(), address));
            return;
        }
        for (Kind kind : Kind.values()) {
            if (isThere(kind, found)) {
                tried(kind, address + " " + kind.word(), address);
            }
        }
    }

    private List<Kind> searched(DeviceAddress address) {
        List<Kind> kinds = new ArrayList<>();
        Outcome search = examiner.quiet(SEARCH, () -> {
            var looking = new KindSearch(kind -> technologies.open(address, kind.port()));
            kinds.addAll(looking.search());
            return Outcome.fail(String.join("; ", looking.refusals()));
        });
        if (kinds.isEmpty()) {
            examiner.note(Item.STATUS, address.toString(), search);
        }
        return List.copyOf(kinds);
    }

    private static boolean isThere(Kind kind, Survey found) {
        return found.kinds().isEmpty() || found.kinds().contains(kind.port());
    }

    /** Looks what is at an address; null where that is nothing to go on with. */
    private @Nullable Survey survey(String label, DeviceAddress address, List<Kind> wanted) {
        var survey = new AtomicReference<@Nullable Survey>();
        Outcome outcome = examiner.quiet(SURVEY.plusSeconds(1), () -> {
            try {
                Survey found = technologies
                        .provider(address)
                        .survey(address, SURVEY)
                        .toCompletableFuture()
                        .get(SURVEY.toMillis(), TimeUnit.MILLISECONDS);
                survey.set(found);
                return judged(address, found, wanted);
            } catch (ExecutionException | TimeoutException nobody) {
                return Outcome.fail(address + ": " + Examiner.reason(nobody));
            }
        });
        if (!Survey.UNTOLD.equals(survey.get())) {
            examiner.note(Item.ADDRESS, label, outcome);
        }
        return outcome.grade() == Grade.FAIL ? null : survey.get();
    }

    private static Outcome judged(DeviceAddress address, Survey found, List<Kind> wanted) {
        String facts = found.facts().stream()
                .map(fact -> fact.name() + " " + fact.value())
                .collect(Collectors.joining("; "));
        String seen = facts.isEmpty() ? address.toString() : address + ": " + facts;
        if (wanted.isEmpty() || wanted.stream().anyMatch(kind -> isThere(kind, found))) {
            return Outcome.pass(seen);
        }
        String kind = wanted.get(0).word();
        return Outcome.fail(
                seen + ": no " + kind + " there", "请改为" + kind + "的地址", "name the address of the " + kind + " instead");
    }

    /** Examines one kind of device; returns whether this technology has that kind at all. */
    private boolean tried(Kind kind, String label, DeviceAddress address) {
        var opened = new AtomicReference<@Nullable Device>();
        var unsupported = new AtomicReference<@Nullable Outcome>();
        Outcome status = examiner.quiet(Readiness.SETTLE.plusSeconds(2), () -> {
            try {
                Device device = technologies.open(address, kind.port());
                opened.set(device);
                eyesight.open(device);
                return Readiness.of(device);
            } catch (DeviceException e) {
                Outcome failed = Outcome.fail(Examiner.reason(e));
                if (e.fault() == Fault.UNSUPPORTED) {
                    unsupported.set(failed);
                }
                return failed;
            }
        });
        if (unsupported.get() != null) {
            return false;
        }
        examiner.note(Item.STATUS, label, status);
        Device device = opened.get();
        if (device != null) {
            if (status.grade() != Grade.FAIL) {
                examineOpen(device, label);
            }
            examiner.quiet(Examiner.USUAL, () -> {
                device.close();
                return Outcome.pass("closed");
            });
        }
        return true;
    }

    private void examineOpen(Device device, String label) {
        versions.addAll(Abilities.versions(device, label));
        Optional<Outcome> abilities = Abilities.of(device);
        abilities.ifPresent(outcome -> examiner.note(Item.ABILITIES, label, outcome));
        if (device instanceof Speaker speaker) {
            examiner.check(
                    Item.SPEAKER,
                    label,
                    () -> speaker.isAudible()
                            ? Outcome.pass("not muted")
                            : Outcome.fail("muted, or turned down all the way"));
        }
        if (cycle != null && !(device instanceof Lookout)) {
            cycle.work(device, label);
        }
        if (cycle == null || !(device instanceof CardReader)) { // a card that went in and out has shown its events
            Abilities.events(device).ifPresent(outcome -> examiner.note(Item.EVENTS, label, outcome));
        }
        eyesight.examine(examiner, device, label);
    }

    /** Returns what is known of versions and models, with the device's place before each name. */
    List<Fact> versions() {
        return List.copyOf(versions);
    }
}
