package dev.kioskguard.sim.measure.wire;

import dev.kioskguard.adapter.xfs4iot.catalog.Catalog;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.wire.TerminalServices;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** {@code Common.Status} from command to completion on loopback, in turn with an echo of the same command. */
public final class StatusMeasure implements Measure {

    private static final double RATIO_MAX = 1.5;
    private static final int WARM_UP = 15_000;
    private static final int MEASURED = 6_000;
    private static final String STATUS = "Common.Status";

    private final String version = Catalog.load().command(STATUS).version();

    @Override
    public String name() {
        return "status";
    }

    @Override
    public Figure take() throws InterruptedException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        Alarms alarms = Alarms.on(clock);
        var terminal = new Terminal(alarms, new SplittableRandom(1), "KG-MEASURE-1");
        try (ServiceHost host = TerminalServices.openAt(0, terminal, alarms);
                EchoServer echo = EchoServer.open()) {
            RoundTrips status = RoundTrips.with(
                    host.service(TerminalServices.CARD_READER), text -> text.contains("\"completion\""));
            RoundTrips plain = RoundTrips.with(echo.uri(), text -> true);
            measure(status, plain, WARM_UP);
            long[][] nanos = measure(status, plain, MEASURED);
            status.close();
            plain.close();
            return new Figure(
                    name(),
                    "XFS4IoT Common.Status, command to completion / echo",
                    Spread.micros(nanos[0]),
                    Spread.micros(nanos[1]),
                    Goal.atMost(RATIO_MAX));
        } finally {
            clock.shutdownNow();
        }
    }

    private long[][] measure(RoundTrips status, RoundTrips plain, int count) throws InterruptedException {
        var nanos = new long[2][count];
        for (int n = 0; n < count; n++) {
            String command = command(n + 1);
            nanos[0][n] = status.nanos(command);
            nanos[1][n] = plain.nanos(command);
        }
        return nanos;
    }

    private String command(int requestId) {
        return "{\"header\":{\"type\":\"command\",\"name\":\"%s\",\"requestId\":%d,\"version\":\"%s\"},\"payload\":{}}"
                .formatted(STATUS, requestId, version);
    }
}
