package dev.kioskguard.sim.story.read;

import dev.kioskguard.paging.Role;
import dev.kioskguard.sim.staff.persona.StaffPersona;
import dev.kioskguard.sim.story.Stage;
import dev.kioskguard.sim.story.Story.Action;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.vision.Signal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps of what goes on around the machine: camera, faults, staff. */
final class Surroundings {

    private static final Set<String> DEVICES = Set.of(
            "card-reader", "pin-pad", "camera", "speaker", "screen", "lights", "network", "broker", "host", "disk");

    private static final Set<String> CAMERA_FAULTS = Set.of("covered", "dark", "frozen", "unplugged", "slow", "none");
    private static final Set<String> ACTIONS = Set.of("acknowledge", "release", "hold", "cancel", "escalate");

    private static final List<String> ROLES = Stream.of(Role.LOBBY_MANAGER, Role.HEAD_OF_BRANCH, Role.OFFICER)
            .map(Role::word)
            .toList();

    private Surroundings() {}

    static Action sees(Part part) {
        Set<Signal> signals = signals(part);
        return scene -> scene.stage().branch().sees(signals);
    }

    private static Set<Signal> signals(Part part) {
        List<Part> all = part.node().isArray() ? part.list() : List.of(part);
        Set<Signal> signals = EnumSet.noneOf(Signal.class);
        all.forEach(one -> signals.add(one.oneOf(Signal.values(), Signal::name)));
        return signals;
    }

    static Action camera(Part part) {
        part.onlyWith("play", "loop", "sightings", "fault");
        if (part.get("sightings").isPresent()) {
            return sees(part.require("sightings", "a list of signals"));
        }
        if (part.get("fault").isPresent()) {
            String fault = part.require("fault", "a fault").oneOf(CAMERA_FAULTS);
            return scene -> scene.stage().branch().camera(fault);
        }
        String clip = part.require("play", "a file, or write 'sightings: [CALL_AT_EAR]' or 'fault: covered'")
                .word();
        return scene -> scene.stage().branch().play(clip);
    }

    static Action fault(Part part) {
        part.onlyWith("device", "fault", "for");
        String device =
                part.require("device", "one of " + String.join(", ", DEVICES)).oneOf(DEVICES);
        Fault fault = part.require("fault", "such as dead, mute or none").oneOf(Fault.values(), Fault::word);
        @Nullable Duration duration = part.spanAt("for");
        return scene -> scene.stage().branch().suffer(device, fault, duration);
    }

    static Action neighbourStopped(Part part) {
        part.onlyWith("machine", "ago");
        String machine = part.require("machine", "such as ATM-0002").word();
        Duration ago = Objects.requireNonNullElse(part.spanAt("ago"), Duration.ZERO);
        return scene -> scene.stage().branch().neighbourStopped(scene.given().card(), machine, ago);
    }

    /** One character for everybody, or each role's own. */
    static Action staffAs(Part part) {
        Map<String, StaffPersona> people = new HashMap<>();
        if (part.node().isObject()) {
            part.onlyWith(ROLES.toArray(String[]::new));
            ROLES.forEach(role -> part.get(role).ifPresent(who -> people.put(role, staffPersona(who))));
        } else {
            StaffPersona everybody = staffPersona(part);
            ROLES.forEach(role -> people.put(role, everybody));
        }
        return scene -> scene.onDuty(people);
    }

    private static StaffPersona staffPersona(Part part) {
        return part.oneOf(StaffPersona.values(), StaffPersona::word);
    }

    static Action staff(Part part) {
        part.onlyWith("action", "by", "reason", "code");
        String action = part.require("action", "release, hold, cancel, escalate or acknowledge")
                .oneOf(ACTIONS);
        var word = new Stage.Word(
                action,
                part.get("by").map(Part::word).orElse("lobby-manager"),
                part.get("reason").map(Part::word).orElse("seen at the machine"),
                part.wordAt("code"));
        return scene -> scene.stage().branch().staff(word);
    }
}
