package dev.kioskguard.device;

import java.util.function.Consumer;

/**
 * The terminal's loudspeaker, which reports whether it can be heard (XFS4IoT {@code Auxiliaries.volume}).
 *
 * <p>The voice itself is played by the customer's screen; what the guard needs from this device is its word.
 */
public interface Speaker extends Device {

    /** Returns whether the speaker is online and not muted, as last reported. */
    boolean isAudible();

    /** Registers the one listener for changes of {@link #isAudible()}; it is told the present state at once. */
    void onAudible(Consumer<Boolean> listener);
}
