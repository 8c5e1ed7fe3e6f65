package dev.kioskguard.sim.whole;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.app.wiring.Parts;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.sim.bench.Bench;
import dev.kioskguard.sim.bench.port.Eyes;
import dev.kioskguard.sim.bench.port.Settling;
import dev.kioskguard.sim.camera.StreamCamera;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** A guard's process of its own, apart from terminal, bank and whoever stands before them. */
final class Apart {

    private static final String USUAL_PORT = "127.0.0.1:5846";
    private static final String TERMINAL_ID = "ATM-0001";

    private Apart() {}

    /** Returns premises whose guard finds its devices behind that publisher. */
    static Premises on(URI publisher, Path folder) throws IOException {
        Premises usual = Premises.in(folder);
        Path config =
                ConfigCopy.of(usual.config(), folder.resolve("apart"), USUAL_PORT, "127.0.0.1:" + publisher.getPort());
        return new Premises(config, usual.data(), usual.portBase());
    }

    static void terminalAndBank(Premises premises, People.Ground ground, Alarms alarms, Parts parts) {
        var machine = new People.Machine(
                URI.create("http://127.0.0.1:" + premises.portBase()),
                TERMINAL_ID,
                true,
                Time.wall(InstantSource.system()));
        var ways = new People.Ways(Eyes.SHUT, new StreamCamera(), Settling.AT_ONCE, Optional::empty);
        parts.keep(Bench.open(premises.portBase() + 2, new People(ground, machine, alarms).come(true, ways, parts)));
    }
}
