package dev.kioskguard.sim.whole;

import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.sim.bench.port.Settling;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Waits until the guard has taken nothing new for a moment: what was done at the terminal has come through by then. */
final class Quiet implements Settling {

    private static final Duration LOOK_EVERY = Duration.ofMillis(25);
    private static final int QUIET_LOOKS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final GuardRunner guard;
    private final ScheduledExecutorService looks;

    Quiet(GuardRunner guard, ScheduledExecutorService looks) {
        this.guard = guard;
        this.looks = looks;
    }

    @Override
    public void afterKeys() throws InterruptedException {
        await();
    }

    @Override
    public void afterFault(String device, String fault) throws InterruptedException {
        await();
    }

    private void await() throws InterruptedException {
        var quiet = new CountDownLatch(QUIET_LOOKS);
        var look = new Look(quiet);
        ScheduledFuture<?> looking =
                looks.scheduleAtFixedRate(look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var unused = quiet.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            looking.cancel(false);
        }
    }

    private final class Look implements Runnable {

        private final CountDownLatch quiet;
        private long before = guard.taken();

        Look(CountDownLatch quiet) {
            this.quiet = quiet;
        }

        @Override
        public void run() {
            long now = guard.taken();
            if (now == before) {
                quiet.countDown();
            }
            before = now;
        }
    }
}
