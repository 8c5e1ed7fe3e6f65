package dev.kioskguard.device;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The encrypting PIN pad (CEN/XFS {@code PIN}; XFS4IoT {@code Keyboard}, {@code PinPad}).
 *
 * <p>The clear PIN never leaves the pad: of its digits only the count is known here. One entry at a time; a second one
 * fails with {@code BUSY}. Every stage fails with {@link DeviceException}.
 */
public interface PinPad extends Device {

    /** Lets the customer key a PIN into the pad; completes with the number of digits, at enter. */
    CompletionStage<Integer> enterPin(PinRules rules, Duration timeout, Consumer<PinStroke> stroke);

    /** Ends a PIN entry under way, which then fails with {@code CANCELED}; without one it does nothing. */
    void cancelPin();

    /** Returns the PIN just keyed, enciphered under a key that the pad holds (ISO 9564-1). Works once for an entry. */
    CompletionStage<PinBlock> pinBlock(PinBlock.Format format, String key, String account, Duration timeout);

    /** Reports plain key presses, in order, until the returned handle is closed. */
    KeyListening listen(Set<Key> keys, Consumer<Key> pressed);

    /** How many digits a PIN may have: 4 to 12 (ISO 9564-1). */
    record PinRules(int digitsMin, int digitsMax) {

        public PinRules {
            if (digitsMin < 4 || digitsMax > 12 || digitsMin > digitsMax) {
                throw new IllegalArgumentException(
                        "a PIN has 4 to 12 digits, asked for %d to %d".formatted(digitsMin, digitsMax));
            }
        }
    }

    /** What a key did while a PIN was keyed; which digit it was is not known. */
    enum PinStroke {
        DIGIT,
        CLEAR,
        ENTER,
        CANCEL
    }

    /** A running report of key presses. Closing twice is closing once. */
    interface KeyListening extends AutoCloseable {

        @Override
        void close();
    }
}
