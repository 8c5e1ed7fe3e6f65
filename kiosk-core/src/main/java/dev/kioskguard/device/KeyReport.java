package dev.kioskguard.device;

import dev.kioskguard.device.DeviceException.Fault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plain key presses, by one entry after the other until closed. It steps aside for a PIN entry. Thread-safe; keys are
 * reported on the loop.
 */
final class KeyReport implements PinPad.KeyListening {

    /** Between entries that brought nothing, so that a pad that refuses them is not asked at full speed. */
    private static final Duration RESTART_WAIT = Duration.ofMillis(500);

    private final DeviceLoop loop;
    private final DataEntry data;
    private final Set<Key> keys;
    private final Consumer<Key> pressed;

    private @Nullable RunningCommand<?> entry;
    private CompletableFuture<@Nullable Void> standstill = CompletableFuture.completedFuture(null);
    private boolean aside;
    private volatile boolean closed;
    private int pressedInRound;

    KeyReport(DeviceLoop loop, DataEntry data, Set<Key> keys, Consumer<Key> pressed) {
        this.loop = loop;
        this.data = data;
        this.keys = EnumSet.copyOf(keys);
        this.pressed = pressed;
    }

    /** Begins an entry unless one runs, is not wanted, or the pad is not there. */
    void go() {
        loop.run(() -> {
            if (entry == null && !aside && !closed && data.isReady()) {
                begin();
            }
        });
    }

    private void begin() {
        pressedInRound = 0;
        standstill = new CompletableFuture<>();
        RunningCommand<?> next = data.begin(keys, this::happened);
        entry = next;
        var unused = next.result().whenComplete((done, failure) -> ended(failure));
    }

    private void happened(Optional<Key> key) {
        if (!aside && !closed) {
            pressedInRound++;
            key.filter(keys::contains).ifPresent(pressed);
        }
    }

    private void ended(@Nullable Throwable failure) {
        entry = null;
        Fault fault = failure instanceof DeviceException known ? known.fault() : null;
        standstill.complete(null);
        if (fault == Fault.UNSUPPORTED && keys.removeIf(Key::isFdk) && !keys.isEmpty()) {
            // A pad without keys beside the screen still has its digits.
            go();
        } else if (fault == Fault.TIMEOUT || (fault == null && pressedInRound > 0)) {
            go();
        } else {
            var unused = loop.later(RESTART_WAIT, this::go);
        }
    }

    /** Stops until told to go on; completes when the pad is free. */
    CompletableFuture<@Nullable Void> stepAside() {
        CompletableFuture<@Nullable Void> free = new CompletableFuture<>();
        loop.run(() -> {
            aside = true;
            var unused = standstill.whenComplete((done, failure) -> free.complete(null));
            cancel();
        });
        return free;
    }

    void goOn() {
        loop.run(() -> {
            aside = false;
            go();
        });
    }

    @Override
    public void close() {
        closed = true;
        loop.run(this::cancel);
    }

    private void cancel() {
        if (entry != null) {
            entry.cancel();
        }
    }

    boolean isClosed() {
        return closed;
    }
}
