package dev.kioskguard.app.doctor;

import dev.kioskguard.device.Device;
import dev.kioskguard.device.Inspected;
import dev.kioskguard.device.Inspected.Fact;
import dev.kioskguard.device.Inspected.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a device tells of itself beyond its port, where its technology can tell anything. */
final class Abilities {

    private static final Set<Kind> IDENTITY = EnumSet.of(Kind.VERSION, Kind.MODEL);

    private Abilities() {}

    /** Returns what it is and can do; a warning where it lacks what the guard would use. */
    static Optional<Outcome> of(Device device) {
        List<Fact> facts = facts(device);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        String lacking = told(facts, EnumSet.of(Kind.LACK));
        if (!lacking.isEmpty()) {
            return Optional.of(Outcome.warn("lacks " + lacking));
        }
        String identity = told(facts, IDENTITY);
        String can = told(facts, EnumSet.of(Kind.ABILITY));
        return Optional.of(Outcome.pass(identity.isEmpty() || can.isEmpty() ? identity + can : identity + "; " + can));
    }

    /** Returns which events it says that it has; a warning where it was asked for some and does not tell them. */
    static Optional<Outcome> events(Device device) {
        List<Fact> facts = facts(device);
        String silent = told(facts, EnumSet.of(Kind.SILENCE));
        if (!silent.isEmpty()) {
            return Optional.of(Outcome.warn("does not tell " + silent));
        }
        String events = told(facts, EnumSet.of(Kind.EVENT));
        return events.isEmpty() ? Optional.empty() : Optional.of(Outcome.pass("declared: " + events));
    }

    /** Returns what belongs on a sheet that is kept. */
    static List<Fact> versions(Device device, String label) {
        return facts(device).stream()
                .filter(fact -> IDENTITY.contains(fact.kind()))
                .map(fact -> new Fact(fact.kind(), label + " " + fact.name(), fact.value()))
                .toList();
    }

    private static List<Fact> facts(Device device) {
        return device instanceof Inspected inspected ? inspected.inspect() : List.of();
    }

    private static String told(List<Fact> facts, Set<Kind> kinds) {
        return facts.stream()
                .filter(fact -> kinds.contains(fact.kind()) && !fact.value().isEmpty())
                .map(fact -> fact.name() + " " + fact.value())
                .collect(Collectors.joining("; "));
    }
}
