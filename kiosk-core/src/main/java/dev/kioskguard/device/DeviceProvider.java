package dev.kioskguard.device;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Opens devices of one address scheme. Found by {@link java.util.ServiceLoader}. */
public interface DeviceProvider {

    /** Returns the scheme without its colon, such as {@code xfs4iot}. */
    String scheme();

    /**
     * Opens a device without waiting for it: until it answers, its status is {@code STARTING}.
     *
     * @throws DeviceException with {@code UNSUPPORTED} when this technology has no device of that kind
     * @throws IllegalArgumentException when the address means nothing to this technology
     */
    <D extends Device> D open(DeviceAddress address, Class<D> kind);

    /**
     * Looks what is at an address, for an engineer; nothing there is locked or worked. Completes with {@link
     * Survey#UNTOLD} where this technology cannot tell, and fails with {@link DeviceException} where nobody answers.
     *
     * @throws IllegalArgumentException when the address means nothing to this technology
     */
    default CompletionStage<Survey> survey(DeviceAddress address, Duration timeout) {
        return CompletableFuture.completedFuture(Survey.UNTOLD);
    }
}
