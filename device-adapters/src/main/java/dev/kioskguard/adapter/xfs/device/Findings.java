package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.manager.Session;
import dev.kioskguard.device.Inspected;
import dev.kioskguard.device.Inspected.Fact;
import dev.kioskguard.device.Inspected.Kind;
import java.util.ArrayList;
import java.util.List;

/** What a native service tells an engineer of itself. */
final class Findings {

    private Findings() {}

    /** Returns what is worth knowing of a service; empty before it has answered. */
    static List<Fact> of(Session session) {
        List<Fact> facts = new ArrayList<>();
        session.capabilities().ifPresent(can -> {
            facts.add(
                    new Fact(Kind.VERSION, "service", session.header().version().toString()));
            facts.add(new Fact(Kind.MODEL, "provider", session.provider()));
            can.extra().forEach(line -> facts.add(new Fact(Kind.ABILITY, "vendor", line)));
            facts.add(new Fact(Kind.EVENT, "registered", "service, user, system, execute"));
        });
        return facts.stream()
                .filter(fact -> !fact.value().isBlank())
                .limit(Inspected.FACTS_MAX)
                .toList();
    }
}
