package dev.kioskguard.sim.app;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.app.verb.StopSignal;
import dev.kioskguard.sim.bench.Bench;
import dev.kioskguard.sim.bench.port.BenchPorts;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.whole.Pliers;
import dev.kioskguard.sim.wire.TerminalServices;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The software terminal alone: XFS4IoT services for other people's clients, and the bench to play its customer. */
@Command(name = "terminal", description = "serves the software terminal alone, for your own XFS4IoT client")
public final class TerminalCommand implements Callable<Integer> {

    /** From this number its keys are derived; a client finds it in the PIN pad's capabilities. */
    static final String SERIAL_NUMBER = "KG-TERMINAL-0001";

    private static final int PORT_BASE = 8470;
    private static final int BENCH_OFFSET = 2;
    private static final int PUBLISHER_OFFSET = 3;
    private static final int PORT_MAX = 65_535;

    @Spec
    @SuppressWarnings("NullAway.Init") // filled in by picocli before the call
    private CommandSpec spec;

    @Option(
            names = "--port-base",
            paramLabel = "B",
            description = "the bench listens on B+2 (8472 unless given), the publisher on B+3 (5846 or the next free)")
    private @Nullable Integer portBase;

    @Override
    public Integer call() throws InterruptedException {
        int base = portBase == null ? PORT_BASE : portBase;
        if (base < 1 || base > PORT_MAX - PUBLISHER_OFFSET) {
            throw new ParameterException(
                    spec.commandLine(), "--port-base must lie between 1 and " + (PORT_MAX - PUBLISHER_OFFSET));
        }
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "terminal-clock");
            thread.setDaemon(true);
            return thread;
        });
        Alarms alarms = Alarms.on(clock);
        Terminal terminal = new Terminal(alarms, new SecureRandom(), SERIAL_NUMBER);
        try (StopSignal stop = new StopSignal();
                ServiceHost wire = wire(base, terminal, alarms);
                Bench bench = Bench.open(base + BENCH_OFFSET, BenchPorts.alone(terminal, alarms, Pliers.on(wire)))) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("publisher " + wire.publisher());
            out.println("bench " + bench.uri());
            out.println("ready " + bench.uri());
            out.flush();
            stop.await();
        } finally {
            clock.shutdownNow();
        }
        return 0;
    }

    private ServiceHost wire(int base, Terminal terminal, Alarms alarms) {
        return portBase == null
                ? TerminalServices.open(terminal, alarms)
                : TerminalServices.openAt(base + PUBLISHER_OFFSET, terminal, alarms);
    }
}
