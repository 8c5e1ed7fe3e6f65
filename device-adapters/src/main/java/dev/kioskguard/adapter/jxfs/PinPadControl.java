package dev.kioskguard.adapter.jxfs;

import dev.kioskguard.adapter.jxfs.Outcome.KeysRead;
import dev.kioskguard.adapter.jxfs.Outcome.PinBlockMade;
import dev.kioskguard.adapter.jxfs.Outcome.PinKeyed;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.PinPad.KeyListening;
import dev.kioskguard.device.PinPad.PinRules;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An encrypting PIN pad; stands for {@code com.jxfs.control.pin.JxfsSecurePINKeypad}. The clear PIN never leaves the
 * pad.
 */
public final class PinPadControl extends DeviceControl {

    /** Operation {@code readData}; the number is this project's. */
    public static final int O_READ_KEYS = JxfsCodes.PIN + JxfsCodes.OWN;

    /** Operation {@code secureReadPIN}; the number is this project's. */
    public static final int O_READ_PIN = O_READ_KEYS + 1;

    /** Operation {@code createPINBlock}; the number is this project's. */
    public static final int O_PIN_BLOCK = O_READ_KEYS + 2;

    /** Something was done to a PIN that is keyed, with the {@code PinStroke}; the number is this project's. */
    public static final int I_STROKE = O_READ_KEYS + 10;

    /** A key was pressed, with the {@code Key}; the number is this project's. */
    public static final int I_KEY = O_READ_KEYS + 11;

    /** Keys of one {@code readData}; it ends with the last of them. */
    static final int KEYS_MAX = 64;

    /** The longest that a PIN may take to be keyed. */
    private static final Duration ENTRY_MAX = Duration.ofMinutes(2);

    private static final Duration BLOCK_MAX = Duration.ofSeconds(20);

    private final PinPad pad;

    PinPadControl(SharedDevice device, PinPad pad) {
        super(device);
        this.pad = pad;
    }

    /**
     * Reads plain keys until one of {@code ends}, or until canceled; stands for {@code readData(JxfsPINReadMode)}.
     *
     * @param keys those that do anything, {@code ends} among them; at least one
     */
    public int readData(Set<Key> keys, Set<Key> ends) {
        Set<Key> active = Set.copyOf(keys);
        Set<Key> last = Set.copyOf(ends);
        if (active.isEmpty() || !active.containsAll(last)) {
            throw new JxfsException(
                    JxfsCodes.E_PARAMETER_INVALID,
                    "keys are read of at least one that does anything, and end with some of those: not %s that end with %s"
                            .formatted(active, last));
        }
        return ask(O_READ_KEYS, operation -> keys(operation, active, last));
    }

    private CompletionStage<@Nullable Outcome> keys(Operation operation, Set<Key> keys, Set<Key> ends) {
        List<Key> pressed = new CopyOnWriteArrayList<>();
        var over = new CompletableFuture<@Nullable Outcome>();
        KeyListening listening = pad.listen(keys, key -> {
            if (!over.isDone()) {
                pressed.add(key);
                operation.onTheWay(I_KEY, key);
                if (ends.contains(key) || pressed.size() >= KEYS_MAX) {
                    over.complete(new KeysRead(pressed));
                }
            }
        });
        operation.onCancel(() -> over.completeExceptionally(
                new DeviceException(Fault.CANCELED, "read keys", "canceled by the application")));
        return over.whenComplete((read, failure) -> listening.close());
    }

    /** Lets the customer key a PIN into the pad; stands for {@code secureReadPIN(JxfsPINReadMode)}. */
    public int secureReadPIN(PinRules rules) {
        return ask(O_READ_PIN, operation -> {
            operation.onCancel(pad::cancelPin);
            return pad.enterPin(rules, ENTRY_MAX, stroke -> operation.onTheWay(I_STROKE, stroke))
                    .thenApply(PinKeyed::new);
        });
    }

    /** Has the pad encipher the PIN just keyed; stands for {@code createPINBlock}. Works once for an entry. */
    public int createPINBlock(PinBlock.Format format, String key, String account) {
        return ask(
                O_PIN_BLOCK,
                operation -> pad.pinBlock(format, key, account, BLOCK_MAX).thenApply(PinBlockMade::new));
    }
}
