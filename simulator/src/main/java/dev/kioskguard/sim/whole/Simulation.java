package dev.kioskguard.sim.whole;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.wiring.ContentInUse;
import dev.kioskguard.app.wiring.GuardSetup;
import dev.kioskguard.app.wiring.Parts;
import dev.kioskguard.app.wiring.RunningGuard;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.sim.bank.app.BankApplication;
import dev.kioskguard.sim.bank.setup.DemoIssuer;
import dev.kioskguard.sim.bank.setup.SimulatedBank;
import dev.kioskguard.sim.bench.Bench;
import dev.kioskguard.sim.bench.GuardScreen;
import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.staff.DemoStaff;
import dev.kioskguard.sim.standin.Customer;
import dev.kioskguard.sim.standin.StandIn;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.wire.TerminalServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A guard with everything around it that a terminal has: devices on the wire, a bank, a browser, a bench. */
public final class Simulation implements AutoCloseable {

    private static final String SERIAL_NUMBER = "KG-SIMULATION-1";
    private final Parts parts;
    private final ServiceHost wire;
    private final RunningGuard guard;
    private final Bench bench;
    private final List<String> missing;

    private Simulation(Parts parts, ServiceHost wire, RunningGuard guard, Bench bench, List<String> missing) {
        this.parts = parts;
        this.wire = wire;
        this.guard = guard;
        this.bench = bench;
        this.missing = missing;
    }

    /**
     * Starts the whole; when this returns, all of it serves but what {@link #missing} names.
     *
     * @throws RuntimeException saying what to do; nothing is left open then
     */
    public static Simulation start(Options options) {
        return start(options, InstantSource.system());
    }

    /** Starts the whole by a wall clock that is handed in. */
    static Simulation start(Options options, InstantSource wall) {
        var parts = new Parts();
        try {
            return start(options, wall, parts);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static Simulation start(Options options, InstantSource wall, Parts parts) {
        DataDirectory data = parts.keep(DataDirectory.open(options.data()));
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, Simulation::daemon);
        parts.keep(clock::shutdownNow);
        Alarms alarms = Alarms.on(clock);
        var chance = new SplittableRandom(options.seed());
        var terminal = new Terminal(alarms, chance.split(), SERIAL_NUMBER);
        CardMemory.in(data).follow(terminal.cardSlot());
        ServiceHost wire = parts.keep(
                options.publisherPort().isPresent()
                        ? TerminalServices.openAt(options.publisherPort().get(), terminal, alarms)
                        : TerminalServices.open(terminal, alarms));
        ConfigWatch config = parts.keep(ConfigWatch.open(options.config().resolve("kiosk.yaml"), wall));
        int base = options.portBase().orElse(config.current().machine().ports().base());
        String benchOrigin = "http://127.0.0.1:" + (base + 2);
        var eyes = new ScriptedEyes();
        DemoStaff.enrol(data, new SecureRandom());
        var around = new GuardSetup.Around(
                chance.split(), eyes, WireAddresses.at(wire.publisher()), List.of(benchOrigin), base);
        RunningGuard guard = parts.keep(RunningGuard.start(new GuardSetup(
                config,
                data,
                ContentInUse.of(options.config(), config.current(), options.data()),
                last -> paced(wall, last, options.pace()),
                around)));
        var ground = new Ground(config.current().terminal().id(), terminal, alarms, guard, data);
        BenchPorts ports = people(options, parts, ground, eyes, clock);
        Bench bench = parts.keep(Bench.open(base + 2, ports));
        return new Simulation(parts, wire, guard, bench, guard.awaitArrivals(options.headless()));
    }

    /** The bank, and whoever stands before the screen. */
    private static BenchPorts people(
            Options options, Parts parts, Ground ground, ScriptedEyes eyes, ScheduledExecutorService clock) {
        RunningGuard guard = ground.guard();
        var time = guard.guard().time();
        var api = new GuardConnection(guard.uri(), () -> token(ground.data(), "api.token"));
        SimulatedBank bank = parts.keep(SimulatedBank.open(ground.data().path(), api, ground.terminalId(), time));
        var application = parts.keep(new BankApplication(api, bank.line(), bank.book(), new DemoIssuer(SERIAL_NUMBER)));
        application.start();
        var screen = new GuardConnection(guard.uri(), () -> token(ground.data(), "screen.token"));
        var standIn = parts.keep(new StandIn(screen, new PacedAlarms(ground.alarms(), time), Customer.SILENT));
        if (options.headless()) {
            standIn.connect();
        }
        var guarded = new BenchPorts.Guarded(
                application,
                new BenchPorts.Bank(bank.host(), bank.line()),
                new GuardScreen(screen, guard.uri(), () -> Optional.of(shown(guard))),
                eyes,
                new Quiet(guard.guard(), clock));
        return new BenchPorts(
                ground.terminal(), ground.alarms(), Optional.of(guarded), Pliers.on(standIn, bank.line()));
    }

    private static Time paced(InstantSource wall, Instant last, int pace) {
        return Time.paced(wall, last.isAfter(wall.instant()) ? last : wall.instant(), pace);
    }

    private static String shown(RunningGuard guard) {
        Case open = guard.guard().state().open();
        return open == null || open.screen() == null
                ? "idle"
                : open.screen().kind().word();
    }

    private static String token(DataDirectory data, String name) {
        try {
            return Files.readString(data.file(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("a token cannot be read", e);
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "simulation-clock");
        thread.setDaemon(true);
        return thread;
    }

    public URI publisher() {
        return wire.publisher();
    }

    public URI bench() {
        return bench.uri();
    }

    /** Returns what had not come yet when the start had waited long enough for it. */
    public List<String> missing() {
        return missing;
    }

    public RunningGuard guard() {
        return guard;
    }

    @Override
    public void close() {
        parts.close();
    }

    /** What the people stand on. */
    private record Ground(
            String terminalId, Terminal terminal, Alarms alarms, RunningGuard guard, DataDirectory data) {}

    /**
     * How a simulation is set up.
     *
     * @param headless whether a stand-in takes the place of the customer's browser
     * @param portBase empty for the configuration's own
     * @param pace how many seconds go by in one of the wall's
     */
    public record Options(Path config, Path data, boolean headless, Optional<Integer> portBase, int pace, long seed) {

        /** With a port base of one's own the publisher stands beside it, not at the standard's ports. */
        Optional<Integer> publisherPort() {
            return portBase.map(base -> base + 3);
        }
    }
}
