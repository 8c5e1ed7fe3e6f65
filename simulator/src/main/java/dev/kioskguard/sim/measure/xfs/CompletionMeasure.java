package dev.kioskguard.sim.measure.xfs;

import dev.kioskguard.adapter.xfs.device.XfsProvider;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.Lights;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/**
 * How long it takes from a completion to whoever waits for it at the port. The manager in software completes within the
 * call, so what is measured is from before the call, and a little more than what is promised.
 */
final class CompletionMeasure implements Measure {

    private static final double P99_MICROS_MAX = 2_000;
    private static final int WARM_UP = 5_000;
    private static final int MEASURED = 10_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "xfs-completion";
    }

    @Override
    public Figure take() throws IOException, InterruptedException {
        try (NativeSide side = NativeSide.open()) {
            Lights lights =
                    new XfsProvider(side.manager).open(DeviceAddress.of("xfs:" + NativeTerminal.SENSORS), Lights.class);
            CountDownLatch online = new CountDownLatch(1);
            lights.onStatus(status -> {
                if (status.isOnline()) {
                    online.countDown();
                }
            });
            online.await();
            measure(lights, WARM_UP);
            long[] nanos = measure(lights, MEASURED);
            lights.close();
            return new Figure(
                    name(),
                    "native completion to the callback of the port",
                    Spread.micros(nanos),
                    null,
                    Goal.p99AtMost(P99_MICROS_MAX));
        }
    }

    private static long[] measure(Lights lights, int count) throws InterruptedException {
        long[] nanos = new long[count];
        for (int n = 0; n < count; n++) {
            long began = System.nanoTime();
            Lights.Flash flash = n % 2 == 0 ? Lights.Flash.QUICK : Lights.Flash.OFF;
            try {
                nanos[n] = lights.set(Lights.Light.CARD_READER, flash, TIMEOUT)
                        .thenApply(done -> System.nanoTime() - began)
                        .toCompletableFuture()
                        .get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a light could not be set", e);
            }
        }
        return nanos;
    }
}
