package dev.kioskguard.sim.whole;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.wiring.Parts;
import dev.kioskguard.app.wiring.RunningGuard;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.sim.bank.app.BankApplication;
import dev.kioskguard.sim.bank.app.GuardApi;
import dev.kioskguard.sim.bank.app.Teller;
import dev.kioskguard.sim.bank.beside.BesideApplication;
import dev.kioskguard.sim.bank.beside.BesideCounter;
import dev.kioskguard.sim.bank.beside.OwnReader;
import dev.kioskguard.sim.bank.setup.DemoIssuer;
import dev.kioskguard.sim.bank.setup.SimulatedBank;
import dev.kioskguard.sim.bench.GuardScreen;
import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.bench.port.Breakable;
import dev.kioskguard.sim.bench.port.Eyes;
import dev.kioskguard.sim.bench.port.Settling;
import dev.kioskguard.sim.camera.StreamCamera;
import dev.kioskguard.sim.disk.Disk;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.standin.Customer;
import dev.kioskguard.sim.standin.StandIn;
import dev.kioskguard.sim.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The bank, and whoever stands before the screen. */
public record People(Ground ground, Machine machine, Alarms alarms) {

    /** What they stand on. */
    public record Ground(Terminal terminal, ServiceHost wire, Disk disk, Path data) {}

    /**
     * The guard at that terminal.
     *
     * @param hosted whether it works the devices; otherwise the bank's application does
     */
    public record Machine(URI uri, String terminalId, boolean hosted, Time time) {

        static Machine of(RunningGuard guard, KioskConfig config) {
            return new Machine(
                    guard.uri(),
                    config.terminal().id(),
                    config.machine().ownership() == KioskConfig.Ownership.HOSTED,
                    guard.guard().time());
        }
    }

    /** What an engineer sees and does besides. */
    public record Ways(Eyes eyes, StreamCamera camera, Settling settling, Supplier<Optional<String>> shown) {}

    /** Returns the application's line to the guard. */
    public GuardConnection api() {
        return new GuardConnection(machine.uri(), () -> token("api.token"));
    }

    /**
     * Has them come, and returns what an engineer at the bench has hands on.
     *
     * @param headless whether a stand-in takes the place of the customer's browser
     */
    public BenchPorts come(boolean headless, Ways ways, Parts parts) {
        var api = api();
        SimulatedBank bank = parts.keep(SimulatedBank.open(ground.data(), api, machine.terminalId(), machine.time()));
        Teller teller = teller(api, bank, parts);
        var screen = new GuardConnection(machine.uri(), () -> token("screen.token"));
        var standIn = parts.keep(new StandIn(screen, new PacedAlarms(alarms, machine.time()), Customer.SILENT));
        if (headless) {
            standIn.connect();
        }
        var guarded = new BenchPorts.Guarded(
                teller,
                new BenchPorts.Bank(bank.host(), bank.line()),
                new GuardScreen(screen, machine.uri(), ways.shown()),
                ways.eyes(),
                ways.settling());
        Map<String, List<Breakable>> breakables = new HashMap<>(Pliers.on(ground.wire()));
        breakables.putAll(Pliers.on(ground.disk(), standIn, bank.line()));
        return new BenchPorts(ground.terminal(), alarms, Optional.of(guarded), breakables, ways.camera());
    }

    private Teller teller(GuardConnection api, SimulatedBank bank, Parts parts) {
        var issuer = new DemoIssuer(ground.terminal().serialNumber());
        if (machine.hosted()) {
            var application = parts.keep(new BankApplication(api, bank.line(), bank.book(), issuer));
            application.start();
            return application;
        }
        var reader = new OwnReader(ground.terminal().cardSlot());
        var application =
                new BesideApplication(new GuardApi(api), machine.terminalId(), bank.line(), bank.book(), reader);
        var counter = parts.keep(new BesideCounter(application, ground.terminal(), issuer));
        counter.start();
        return counter;
    }

    private String token(String name) {
        try {
            return Files.readString(ground.data().resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("a token cannot be read", e);
        }
    }
}
