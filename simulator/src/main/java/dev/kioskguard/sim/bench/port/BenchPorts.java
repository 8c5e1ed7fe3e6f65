package dev.kioskguard.sim.bench.port;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.sim.bank.app.Teller;
import dev.kioskguard.sim.bank.host.Host;
import dev.kioskguard.sim.bank.host.HostLine;
import dev.kioskguard.sim.camera.StreamCamera;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.web.http.Problem;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that the bench has its hands on.
 *
 * @param alarms when a fault that lasts a while ends
 * @param guarded the guard's side; empty where the terminal stands alone
 * @param breakables by the contract's device words; one device may have several parts
 * @param camera what is played to it; closed with the bench
 * @param desk where staff are called; empty where there is no guard to call them
 */
public record BenchPorts(
        Terminal terminal,
        Alarms alarms,
        Optional<Guarded> guarded,
        Map<String, List<Breakable>> breakables,
        StreamCamera camera,
        Optional<Desk> desk) {

    public BenchPorts {
        breakables = Map.copyOf(breakables);
    }

    /** A bench without a desk beside it. */
    public BenchPorts(
            Terminal terminal,
            Alarms alarms,
            Optional<Guarded> guarded,
            Map<String, List<Breakable>> breakables,
            StreamCamera camera) {
        this(terminal, alarms, guarded, breakables, camera, Optional.empty());
    }

    /** Returns the same with a desk beside it. */
    public BenchPorts with(Desk beside) {
        return new BenchPorts(terminal, alarms, guarded, breakables, camera, Optional.of(beside));
    }

    /** Returns the same with one more thing to break. */
    public BenchPorts with(String device, Breakable part) {
        Map<String, List<Breakable>> all = new HashMap<>(breakables);
        all.merge(
                device,
                List.of(part),
                (before, more) -> Stream.concat(before.stream(), more.stream()).toList());
        return new BenchPorts(terminal, alarms, guarded, all, camera, desk);
    }

    /** The bench of a terminal that stands alone. */
    public static BenchPorts alone(Terminal terminal, Alarms alarms, Map<String, List<Breakable>> breakables) {
        return new BenchPorts(terminal, alarms, Optional.empty(), breakables, new StreamCamera());
    }

    /**
     * Returns the guard's side.
     *
     * @throws dev.kioskguard.web.http.ProblemException 409 where the terminal stands alone
     */
    public static Guarded require(Optional<Guarded> guarded) {
        return guarded.orElseThrow(() -> Problem.conflict(
                        "terminal-alone", "this terminal stands alone, without guard and bank; use ./kiosk simulate")
                .asException());
    }

    /** What there is to see and do where a guard and a bank are at the terminal. */
    public record Guarded(Teller teller, Bank bank, Screen screen, Eyes eyes, Settling settling) {}

    /** The desk beside the terminal, and who is on duty at it. */
    public interface Desk {

        /** Returns where the guard serves the desk's page. */
        URI page();

        /** Returns how paging stands: pages, the line to a broker, the desk of a branch, who is on duty. */
        Map<String, Object> view();

        /** Puts people of one character on duty, by its word; {@code nobody} sends them home. */
        void onDuty(String who);
    }

    /** The host as the world sees it, and the line on which things are handed in. */
    public record Bank(Host host, HostLine line) {}

    /** The customer's screen. */
    public interface Screen {

        /** Returns where the guard serves the screen: scheme, host and port. */
        URI origin();

        /** Returns the address of the page with a fresh one-time ticket. */
        URI ticketed();

        /** Returns what is shown, as the world sees it: a kind, or {@code dark}. */
        String shown();
    }
}
