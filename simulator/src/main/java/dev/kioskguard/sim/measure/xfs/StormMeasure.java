package dev.kioskguard.sim.measure.xfs;

import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.manager.ServiceClass;
import dev.kioskguard.adapter.xfs.manager.Session;
import dev.kioskguard.adapter.xfs.manager.Snapshot;
import dev.kioskguard.adapter.xfs.manager.XfsEvent;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Events as fast as a provider can post them: how many are lost or come in another order. */
final class StormMeasure implements Measure {

    private static final int EVENTS = 100_000;
    private static final int PATIENCE_SECONDS = 120;

    @Override
    public String name() {
        return "xfs-storm";
    }

    @Override
    public Figure take() throws IOException, InterruptedException {
        try (NativeSide side = NativeSide.open()) {
            Counter counter = new Counter();
            Session session = side.manager.session(NativeTerminal.SENSORS, ServiceClass.SIU);
            session.join(counter);
            counter.opened.await();
            side.terminal.storm(NativeTerminal.SENSORS, EVENTS);
            boolean allCame = counter.all.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            session.leave(counter);
            long lost = allCame ? 0 : counter.all.getCount();
            return new Figure(
                    name(),
                    "100,000 events at once, lost or out of order",
                    Spread.exact("events", (double) lost + counter.outOfOrder.get()),
                    null,
                    Goal.atMost(0));
        }
    }

    /** Counts what comes; on the loop. */
    private static final class Counter implements Session.Listener {

        private final CountDownLatch opened = new CountDownLatch(1);
        private final CountDownLatch all = new CountDownLatch(EVENTS);
        private final AtomicInteger outOfOrder = new AtomicInteger();
        private int next;

        @Override
        public void opened() {
            opened.countDown();
        }

        @Override
        public void changed() {}

        @Override
        public void happened(XfsEvent event) {
            Snapshot brought = event.brought();
            if (event.message() != Api.WFS_SERVICE_EVENT || brought == null) {
                return;
            }
            if (!brought.extra().contains("seq=" + next)) {
                outOfOrder.incrementAndGet();
            }
            next++;
            all.countDown();
        }
    }
}
