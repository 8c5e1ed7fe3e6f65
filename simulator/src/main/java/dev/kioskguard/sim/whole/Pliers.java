package dev.kioskguard.sim.whole;

import dev.kioskguard.sim.bank.host.HostLine;
import dev.kioskguard.sim.bench.port.Breakable;
import dev.kioskguard.sim.standin.StandIn;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be broken from the bench beside the terminal's own devices. */
final class Pliers {

    private static final Map<String, HostLine.Fault> HOST =
            Map.of("dead", HostLine.Fault.DEAD, "slow", HostLine.Fault.SLOW, "lost", HostLine.Fault.LOST);

    private Pliers() {}

    static Map<String, List<Breakable>> on(StandIn standIn, HostLine line) {
        var screen = new Breakable(Set.of("dead", "lost"), fault -> standIn.suffer("screen", fault));
        var speaker = new Breakable(Set.of("dead", "mute"), fault -> standIn.suffer("speaker", fault));
        var host = new Breakable(HOST.keySet(), fault -> line.suffer(HOST.getOrDefault(fault, HostLine.Fault.NONE)));
        return Map.of("screen", List.of(screen), "speaker", List.of(speaker), "host", List.of(host));
    }
}
