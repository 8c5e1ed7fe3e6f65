package dev.kioskguard.device;

import java.util.function.Consumer;

/**
 * One piece of hardware, open from construction until {@link #close()}.
 *
 * <p>Drivers are thread-safe. Listeners are called on a thread of the driver and must return at once.
 */
public interface Device extends AutoCloseable {

    DeviceAddress address();

    /** Returns what is known now, without asking the hardware and without waiting. */
    DeviceStatus status();

    /** Registers the one listener for changes of status; it is told the present status at once. */
    void onStatus(Consumer<DeviceStatus> listener);

    /** Ends every operation under way with {@link DeviceException.Fault#CANCELED}. Closing twice is closing once. */
    @Override
    void close();
}
