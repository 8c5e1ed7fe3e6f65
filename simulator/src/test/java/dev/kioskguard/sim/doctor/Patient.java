package dev.kioskguard.sim.doctor;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.app.doctor.DoctorCommand;
import dev.kioskguard.app.verb.CommandLines;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.wire.TerminalServices;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A terminal in software that the doctor is called to. */
final class Patient implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Alarms alarms = Alarms.on(clock);
    private final Terminal terminal = new Terminal(alarms, new SplittableRandom(1), "KG-0001");
    private final ServiceHost wire = TerminalServices.openAt(0, terminal, alarms);

    Terminal terminal() {
        return terminal;
    }

    int port() {
        return wire.publisher().getPort();
    }

    /** Returns the address of the whole terminal, or of one service of it. */
    String address(String... service) {
        return "xfs4iot:" + wire.publisher() + (service.length == 0 ? "" : "/" + service[0]);
    }

    /** Takes the terminal off the wire. */
    void unplug() {
        wire.close();
    }

    static Told doctor(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = CommandLines.of(new DoctorCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Told(code, out.toString(), err.toString());
    }

    @Override
    public void close() {
        wire.close();
        clock.shutdownNow();
    }

    /** What the doctor said. */
    record Told(int code, String out, String err) {

        /** Returns the first line about something. */
        String line(String about) {
            return out.lines()
                    .filter(line -> line.substring(line.indexOf("  ") + 2).startsWith(about))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no line about '%s' in%n%s%s".formatted(about, out, err)));
        }
    }
}
