package dev.kioskguard.sim.whole;

import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.sim.bank.host.HostLine;
import dev.kioskguard.sim.bench.port.Breakable;
import dev.kioskguard.sim.disk.Disk;
import dev.kioskguard.sim.standin.StandIn;
import dev.kioskguard.sim.terminal.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be broken from the bench beside the terminal's own devices. */
public final class Pliers {

    private static final Map<String, HostLine.Fault> HOST =
            Map.of("dead", HostLine.Fault.DEAD, "slow", HostLine.Fault.SLOW, "lost", HostLine.Fault.LOST);
    private static final Map<String, Disk.Fault> DISK =
            Map.of("full", Disk.Fault.FULL, "dead", Disk.Fault.DEAD, "lost", Disk.Fault.DEAD, "slow", Disk.Fault.SLOW);

    private Pliers() {}

    /** Returns what takes hold of the network of a terminal: the wire that its services are on. */
    public static Map<String, List<Breakable>> on(ServiceHost wire) {
        var network = new Breakable(Set.of("dead", "lost", "slow"), fault -> {
            wire.setReachable(fault.equals("none") || fault.equals("slow"));
            wire.setLatency(fault.equals("slow") ? Faults.SLOWNESS : Duration.ZERO);
        });
        return Map.of("network", List.of(network));
    }

    static Map<String, List<Breakable>> on(Disk disk, StandIn standIn, HostLine line) {
        var screen = new Breakable(Set.of("dead", "lost"), fault -> standIn.suffer("screen", fault));
        var speaker = new Breakable(Set.of("dead", "mute"), fault -> standIn.suffer("speaker", fault));
        var host = new Breakable(HOST.keySet(), fault -> line.suffer(HOST.getOrDefault(fault, HostLine.Fault.NONE)));
        var journal = new Breakable(DISK.keySet(), fault -> disk.suffer(DISK.getOrDefault(fault, Disk.Fault.NONE)));
        return Map.of(
                "screen",
                List.of(screen),
                "speaker",
                List.of(speaker),
                "host",
                List.of(host),
                "disk",
                List.of(journal));
    }
}
