package dev.kioskguard.device;

import dev.kioskguard.device.DeviceException.Fault;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who has the keys of a PIN pad: whoever wants a PIN first, and else whoever listens to plain keys. Keeps in mind
 * whether there is a PIN to make a block of. Thread-safe.
 */
public final class Keypad {

    /** The keys of a PIN entry, in the order of {@link Key}. */
    public static final Set<Key> PIN_KEYS = Collections.unmodifiableSet(EnumSet.range(Key.ZERO, Key.CANCEL));

    /** Those that end it. */
    public static final Set<Key> PIN_ENDS = Collections.unmodifiableSet(EnumSet.of(Key.ENTER, Key.CANCEL));

    private final DeviceLoop loop;
    private final DataEntry data;
    private final Turn turn = new Turn();

    private volatile @Nullable KeyReport report;
    private volatile @Nullable RunningCommand<?> entry;
    private volatile boolean pinKeyed;

    public Keypad(DeviceLoop loop, DataEntry data) {
        this.loop = loop;
        this.data = data;
    }

    /**
     * Has a PIN keyed, once a report of plain keys has stepped aside.
     *
     * @param digits counts them in what the entry came to, or says why they are no PIN
     */
    public <T> CompletionStage<Integer> enterPin(Supplier<RunningCommand<T>> begin, Function<T, Integer> digits) {
        return turn.take("enter PIN", () -> {
            pinKeyed = false;
            KeyReport keys = report;
            return (keys == null ? CompletableFuture.<@Nullable Void>completedFuture(null) : keys.stepAside())
                    .thenCompose(free -> {
                        RunningCommand<T> begun = begin.get();
                        entry = begun;
                        return begun.result();
                    })
                    .thenApply(digits)
                    .whenComplete((counted, failure) -> {
                        entry = null;
                        pinKeyed = failure == null;
                        if (keys != null) {
                            keys.goOn();
                        }
                    });
        });
    }

    /** Ends a PIN entry under way; without one it does nothing. */
    public void cancelPin() {
        RunningCommand<?> underWay = entry;
        if (underWay != null) {
            underWay.cancel();
        }
    }

    /**
     * Has a block made of the PIN just keyed.
     *
     * @param block reads it out of the pad's answer, with which the PIN is gone
     */
    public <T> CompletionStage<PinBlock> pinBlock(
            String command, Supplier<CompletableFuture<T>> make, Function<T, PinBlock> block) {
        return turn.take("make PIN block", () -> {
            if (!pinKeyed) {
                return CompletableFuture.failedFuture(new DeviceException(Fault.NO_PIN, command, "no PIN was keyed"));
            }
            return make.get().thenApply(answer -> {
                pinKeyed = false;
                return block.apply(answer);
            });
        });
    }

    /** Reports plain keys until the returned handle is closed; fails with {@code BUSY} where somebody listens. */
    public PinPad.KeyListening listen(Set<Key> keys, Consumer<Key> pressed) {
        KeyReport present = report;
        if (present != null && !present.isClosed()) {
            throw new DeviceException(Fault.BUSY, "listen to keys", "somebody listens already");
        }
        KeyReport next = new KeyReport(loop, data, keys, pressed);
        report = next;
        next.go();
        return next;
    }

    /** The pad may be there again. */
    public void go() {
        KeyReport keys = report;
        if (keys != null) {
            keys.go();
        }
    }

    /** Ends a report of plain keys. */
    public void close() {
        KeyReport keys = report;
        if (keys != null) {
            keys.close();
        }
    }
}
