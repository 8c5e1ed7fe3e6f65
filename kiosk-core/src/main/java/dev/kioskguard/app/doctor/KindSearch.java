package dev.kioskguard.app.doctor;

import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which kinds of device are at an address whose technology cannot tell: each is opened in its turn, as a native service
 * is only one thing at a time, and those count that answer, well or not. For one thread.
 */
final class KindSearch {

    /** What a device that says that it is offline is given to come back, and one that was closed to be let go. */
    private static final Duration BACK = Duration.ofSeconds(1);

    private static final int TRIES_MAX = 10;

    private final Function<Kind, Device> opening;
    private final Map<Kind, Device> found = new EnumMap<>(Kind.class);
    private final Set<String> refusals = new LinkedHashSet<>();

    /**
     * A search.
     *
     * @param opening opens one; it fails where it cannot be of that kind
     */
    KindSearch(Function<Kind, Device> opening) {
        this.opening = opening;
    }

    /** Returns what answers. */
    List<Kind> search() throws InterruptedException, ExecutionException {
        try {
            for (Kind kind : Kind.values()) {
                look(kind);
            }
            return List.copyOf(found.keySet());
        } finally {
            found.values().forEach(Device::close);
        }
    }

    /** Returns why each kind that was tried did not answer, in the devices' own words. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** What answers stays open meanwhile, so that its service is not taken for another kind. */
    private void look(Kind kind) throws InterruptedException, ExecutionException {
        Device device = opened(kind);
        if (device == null) {
            return;
        }
        if (answers(device)) {
            found.put(kind, device);
        } else {
            refusals.add(device.status().detail().replaceFirst("; next attempt in .*", ""));
            device.close();
        }
    }

    /** The one before may not be quite closed yet. */
    private @Nullable Device opened(Kind kind) throws InterruptedException, ExecutionException {
        for (int i = 1; ; i++) {
            try {
                return opening.apply(kind);
            } catch (DeviceException | IllegalArgumentException refused) {
                boolean never = refused instanceof DeviceException known && known.fault() == Fault.UNSUPPORTED;
                if (never) {
                    return null;
                }
                if (!found.isEmpty() || i == TRIES_MAX) {
                    refusals.add(Examiner.reason(refused));
                    return null;
                }
                isTrueWithin(new CompletableFuture<>(), BACK.dividedBy(TRIES_MAX));
            }
        }
    }

    private static boolean answers(Device device) throws InterruptedException, ExecutionException {
        var answer = new CompletableFuture<Boolean>();
        var settled = new CompletableFuture<Boolean>();
        device.onStatus(status -> {
            if (isAnswer(status)) {
                answer.complete(true);
            }
            if (status.state() != State.STARTING) {
                settled.complete(true);
            }
        });
        return isTrueWithin(settled, Readiness.SETTLE) && isTrueWithin(answer, BACK);
    }

    private static boolean isTrueWithin(CompletableFuture<Boolean> word, Duration wait)
            throws InterruptedException, ExecutionException {
        try {
            return word.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Returns whether this is a device's word on itself, and not on the way to it. */
    static boolean isAnswer(DeviceStatus status) {
        return switch (status.state()) {
            case STARTING, OFFLINE, DEVICE_BUSY -> false;
            default -> true;
        };
    }
}
