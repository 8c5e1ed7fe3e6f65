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
import dev.kioskguard.sim.bench.Bench;
import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.branch.Branch;
import dev.kioskguard.sim.camera.StreamCamera;
import dev.kioskguard.sim.disk.Disk;
import dev.kioskguard.sim.staff.DemoStaff;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.wire.TerminalServices;
import java.net.URI;
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
    private final Optional<Branch> branch;
    private final Bench bench;
    private final List<String> missing;

    private Simulation(Parts parts, ServiceHost wire, Machine machine, Bench bench, List<String> missing) {
        this.parts = parts;
        this.wire = wire;
        this.guard = machine.guard;
        this.branch = machine.branch;
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
        ServiceHost wire = parts.keep(wire(options, terminal, alarms));
        ConfigWatch config = parts.keep(ConfigWatch.open(options.config().resolve("kiosk.yaml"), wall));
        int base = options.portBase().orElse(config.current().machine().ports().base());
        var camera = new StreamCamera();
        var eyes = SimulatedEyes.on(camera, config.current().camera(), wall, alarms);
        var disk = new Disk();
        DemoStaff.enrol(data, new SecureRandom());
        Optional<Branch> branch = branch(options, config, parts);
        var around = new GuardSetup.Around(
                chance.split(),
                eyes,
                WireAddresses.at(wire.publisher()),
                List.of("http://127.0.0.1:" + (base + 2)),
                base,
                null,
                branch.map(Branch::seenByTheMachine).orElse(null),
                disk::under);
        RunningGuard guard = parts.keep(RunningGuard.start(new GuardSetup(
                config,
                data,
                ContentInUse.of(options.config(), config.current(), options.data()),
                last -> paced(wall, last, options.pace()),
                around)));
        var ground = new People.Ground(terminal, wire, disk, data.path());
        var people = new People(ground, People.Machine.of(guard, config.current()), alarms);
        var ways = new People.Ways(
                eyes, camera, new Quiet(guard.guard(), people.api(), clock), () -> Optional.of(shown(guard)));
        BenchPorts ports = new DeskBeside(guard, branch, data.file(DemoStaff.FILE), clock)
                .addedTo(people.come(options.headless(), ways, parts));
        Bench bench = parts.keep(Bench.open(base + 2, ports));
        return new Simulation(parts, wire, new Machine(guard, branch), bench, guard.awaitArrivals(options.headless()));
    }

    private static Optional<Branch> branch(Options options, ConfigWatch config, Parts parts) {
        return options.broker()
                ? Optional.of(parts.keep(Branch.open(options.data().resolve("branch"), config, new SecureRandom())))
                : Optional.empty();
    }

    private static ServiceHost wire(Options options, Terminal terminal, Alarms alarms) {
        return options.publisherPort().isPresent()
                ? TerminalServices.openAt(options.publisherPort().get(), terminal, alarms)
                : TerminalServices.open(terminal, alarms);
    }

    private static String shown(RunningGuard guard) {
        Case open = guard.guard().state().open();
        return open == null || open.screen() == null
                ? "idle"
                : open.screen().kind().word();
    }

    private static Time paced(InstantSource wall, Instant last, int pace) {
        return Time.paced(wall, last.isAfter(wall.instant()) ? last : wall.instant(), pace);
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

    /** Returns the branch with its broker, where the simulation has one. */
    public Optional<Branch> branch() {
        return branch;
    }

    /** The guard, and what it is connected to. */
    private record Machine(RunningGuard guard, Optional<Branch> branch) {}

    @Override
    public void close() {
        parts.close();
    }

    /**
     * How a simulation is set up.
     *
     * @param headless whether a stand-in takes the place of the customer's browser
     * @param portBase empty for the configuration's own
     * @param pace how many seconds go by in one of the wall's
     * @param broker whether a branch with a broker and a desk of its own is around
     */
    public record Options(
            Path config, Path data, boolean headless, Optional<Integer> portBase, int pace, long seed, boolean broker) {

        /** With a port base of one's own the publisher stands beside it, not at the standard's ports. */
        Optional<Integer> publisherPort() {
            return portBase.map(base -> base + 3);
        }
    }
}
