package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.adapter.xfs4iot.service.device.ReportingService.Plate;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.Inspected;
import dev.kioskguard.device.Inspected.Fact;
import dev.kioskguard.device.Inspected.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a bridged device's plate says: its address, and what its driver knows of versions, makers and abilities. */
final class Plates {

    private static final String BRIDGED = "bridged from a driver of this machine";

    private Plates() {}

    static Plate of(Device device) {
        List<Fact> facts = device instanceof Inspected known ? known.inspect() : List.of();
        Map<String, String> versions = new LinkedHashMap<>();
        facts.stream()
                .filter(fact -> fact.kind() == Kind.VERSION)
                .forEach(fact -> versions.put(fact.name(), fact.value()));
        return new Plate(device.address().toString(), "", description(facts), versions);
    }

    private static String description(List<Fact> facts) {
        String told = facts.stream()
                .filter(fact -> fact.kind() == Kind.MODEL || fact.kind() == Kind.ABILITY)
                .map(fact -> fact.name() + " " + fact.value())
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? BRIDGED : BRIDGED + "; " + told;
    }
}
