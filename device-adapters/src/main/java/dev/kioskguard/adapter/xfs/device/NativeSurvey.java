package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.manager.LogicalService;
import dev.kioskguard.adapter.xfs.manager.Overview;
import dev.kioskguard.adapter.xfs.manager.ServiceClass;
import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Inspected.Fact;
import dev.kioskguard.device.Inspected.Kind;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Speaker;
import dev.kioskguard.device.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a look at the manager says of one address: the manager, its services, and what the one at the address is. */
final class NativeSurvey {

    private static final Map<ServiceClass, Set<Class<? extends Device>>> KINDS = Map.of(
            ServiceClass.IDC, Set.of(CardReader.class),
            ServiceClass.PIN, Set.of(PinPad.class),
            ServiceClass.CAM, Set.of(Camera.class),
            ServiceClass.SIU, Set.of(Lights.class, Sensors.class, Speaker.class));

    private NativeSurvey() {}

    /**
     * Returns what is known of a service without opening it.
     *
     * @throws DeviceException when the terminal has no such service, or it is of a class that no port stands for
     */
    static Survey of(String service, Overview seen) {
        if (!seen.unread().isEmpty()) {
            return new Survey(Set.of(), facts(seen));
        }
        LogicalService there = seen.services().stream()
                .filter(known -> known.name().equalsIgnoreCase(service))
                .findFirst()
                .orElseThrow(() -> new DeviceException(
                        Fault.UNSUPPORTED,
                        "look",
                        "the XFS manager has no logical service %s; it has %s".formatted(service, names(seen))));
        return new Survey(kinds(there), facts(seen));
    }

    private static String names(Overview seen) {
        return seen.services().isEmpty()
                ? "none"
                : seen.services().stream()
                        .map(known -> "%s (%s)".formatted(known.name(), known.serviceClass()))
                        .collect(Collectors.joining(", "));
    }

    /** A service whose class the configuration leaves out may be anything. */
    private static Set<Class<? extends Device>> kinds(LogicalService service) {
        String name = service.serviceClass();
        if (name.isEmpty()) {
            return Set.of();
        }
        return KINDS.entrySet().stream()
                .filter(known -> known.getKey().name().equalsIgnoreCase(name))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new DeviceException(
                        Fault.UNSUPPORTED,
                        "look",
                        "%s is of class %s; the guard works with IDC, PIN, CAM and SIU"
                                .formatted(service.name(), name)));
    }

    private static List<Fact> facts(Overview seen) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                Kind.VERSION, "XFS manager", "%s of %s to %s".formatted(seen.agreed(), seen.lowest(), seen.highest())));
        facts.add(new Fact(Kind.MODEL, "description", seen.description()));
        facts.add(new Fact(Kind.MODEL, "system status", seen.systemStatus()));
        facts.add(new Fact(
                Kind.LACK, "logical services", seen.unread().isEmpty() ? "" : "cannot be read: " + seen.unread()));
        seen.services().forEach(known -> facts.add(new Fact(Kind.MODEL, "service " + known.name(), words(known))));
        return facts.stream().filter(fact -> !fact.value().isEmpty()).toList();
    }

    private static String words(LogicalService known) {
        String name = known.serviceClass().isEmpty() ? "of an unknown class" : known.serviceClass();
        return known.provider().isEmpty() ? name : name + " by " + known.provider();
    }
}
