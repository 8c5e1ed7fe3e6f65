package dev.kioskguard.sim.whole;

import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.sim.bench.port.Settling;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.GuardUnreachableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Waits until the guard has taken nothing new for a moment: what was done at the terminal has come through by then. */
final class Quiet implements Settling {

    private static final Duration LOOK_EVERY = Duration.ofMillis(25);
    private static final Duration CALL_EVERY = Duration.ofMillis(100);
    /** Looks in a row that must find nothing new. */
    static final int QUIET_LOOKS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The guard waits longer between its attempts the longer a line was cut, 30 seconds at most. */
    private static final Duration RECONNECTED_WITHIN = Duration.ofSeconds(25);

    private final GuardRunner guard;
    private final GuardConnection api;
    private final ScheduledExecutorService looks;

    /** Quiet of that guard; {@code api} is asked for its health. */
    Quiet(GuardRunner guard, GuardConnection api, ScheduledExecutorService looks) {
        this.guard = guard;
        this.api = api;
        this.looks = looks;
    }

    @Override
    public void afterKeys() throws InterruptedException {
        await(() -> true, LOOK_EVERY, PATIENCE);
    }

    @Override
    public void afterFault(String device, String fault) throws InterruptedException {
        boolean mended = fault.equals("none");
        boolean cuts = mended || fault.equals("dead") || fault.equals("lost");
        if (device.equals("network") && cuts) {
            await(() -> isWired() == mended, CALL_EVERY, mended ? RECONNECTED_WITHIN : PATIENCE);
        } else if (device.equals("broker") && cuts) {
            await(() -> isConnected() == mended, CALL_EVERY, mended ? RECONNECTED_WITHIN : PATIENCE);
        } else {
            await(() -> !mended || guard.lastTrouble() == null, LOOK_EVERY, PATIENCE);
        }
    }

    /** Returns whether the guard has a line to every device. */
    private boolean isWired() {
        return health().filter(health -> StreamSupport.stream(
                                health.path("devices").spliterator(), false)
                        .noneMatch(device -> device.path("state").asString("").equals("offline")))
                .isPresent();
    }

    private boolean isConnected() {
        return health().filter(health ->
                        health.path("broker").path("state").asString("").equals("connected"))
                .isPresent();
    }

    private Optional<JsonNode> health() {
        try {
            return Optional.of(api.call(Call.get("/api/health")));
        } catch (GuardRefusedException | GuardUnreachableException e) {
            return Optional.empty();
        }
    }

    private void await(BooleanSupplier settled, Duration every, Duration atMost) throws InterruptedException {
        var quiet = new CountDownLatch(1);
        var look = new Look(guard::taken, settled, quiet);
        ScheduledFuture<?> looking =
                looks.scheduleAtFixedRate(look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var unused = quiet.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            looking.cancel(false);
        }
    }

    /** Looks again and again, one look after another, until as many in a row found nothing new. */
    static final class Look implements Runnable {

        private final LongSupplier taken;
        private final BooleanSupplier settled;
        private final CountDownLatch quiet;
        private long before;
        private int inARow;

        Look(LongSupplier taken, BooleanSupplier settled, CountDownLatch quiet) {
            this.taken = taken;
            this.settled = settled;
            this.quiet = quiet;
            this.before = taken.getAsLong();
        }

        @Override
        public void run() {
            long now = taken.getAsLong();
            inARow = now == before && settled.getAsBoolean() ? inARow + 1 : 0;
            before = now;
            if (inARow >= QUIET_LOOKS) {
                quiet.countDown();
            }
        }
    }
}
