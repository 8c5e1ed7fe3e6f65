package dev.kioskguard.vision.watch;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.vision.Lookout;
import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import dev.kioskguard.vision.SignalSource;
import dev.kioskguard.vision.rule.SignalRules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * A camera that is watched: its sightings folded into signals. A lookout that is away or silent is
 * {@link Signal#CAMERA_BLIND} after {@link SignalRules#SILENT_FROM}, never an exception. Thread-safe.
 */
public final class Watch implements SignalSource {

    /** How often {@link #look()} is to be called. */
    public static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** Within what time a lookout has to say that it has stopped; a PIN entry waits no longer, and fails. */
    public static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Lookout lookout;
    private final InstantSource time;
    private final Duration stopTimeout;
    private final Map<Signal, SignalChange> holding = new EnumMap<>(Signal.class);
    private SignalRules rules = SignalRules.START;
    private Listener listener = change -> {};
    private boolean looking;

    /** Watches through a lookout; {@code time} must be the clock by which it stamps its frames. */
    public Watch(Lookout lookout, InstantSource time) {
        this(lookout, time, STOP_TIMEOUT);
    }

    Watch(Lookout lookout, InstantSource time, Duration stopTimeout) {
        this.lookout = lookout;
        this.time = time;
        this.stopTimeout = stopTimeout;
        lookout.onSighting(this::seen);
    }

    @Override
    public synchronized void onSignal(Listener who) {
        this.listener = who;
    }

    @Override
    public synchronized CompletionStage<Void> watch(boolean on) {
        if (on) {
            if (!looking) {
                looking = true;
                rules = SignalRules.START.from(time.instant());
            }
            return lookout.look(true);
        }
        looking = false;
        tell(rules.over());
        return lookout.look(false)
                .toCompletableFuture()
                .copy()
                .orTimeout(stopTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failed -> CompletableFuture.failedFuture(new DeviceException(
                        DeviceException.Fault.TIMEOUT,
                        "stop looking",
                        "the camera does not say that it has stopped, so no PIN may be keyed",
                        failed)));
    }

    /** Notices that no frame comes; called every {@link #LOOK_EVERY}. */
    public synchronized void look() {
        if (looking) {
            tell(rules.waited(time.instant()));
        }
    }

    /** A frame that was on its way when looking ended shows nothing any more. */
    private synchronized void seen(Sighting sighting) {
        if (looking) {
            tell(rules.seen(sighting));
        }
    }

    private void tell(SignalRules.Step step) {
        rules = step.next();
        for (SignalChange change : step.changes()) {
            if (change.holds()) {
                holding.put(change.signal(), change);
            } else {
                holding.remove(change.signal());
            }
            listener.changed(change);
        }
    }

    @Override
    public Optional<String> obstacle() {
        if (!lookout.status().isOnline()) {
            String detail = lookout.status().detail();
            return Optional.of(detail.isEmpty() ? "the camera is not there" : detail);
        }
        return blind().map(change -> String.join(", ", change.reasons()));
    }

    private synchronized Optional<SignalChange> blind() {
        return Optional.ofNullable(holding.get(Signal.CAMERA_BLIND));
    }

    @Override
    public void close() {
        synchronized (this) {
            looking = false;
        }
        lookout.close();
    }
}
