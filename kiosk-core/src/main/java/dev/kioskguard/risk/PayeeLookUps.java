package dev.kioskguard.risk;

import dev.kioskguard.transfer.TransferRequest;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The bank's own look-ups of a payee, such as a register of suspect accounts that only its host can reach.
 *
 * <p>Asked once a transfer, before the guard takes it in, on whichever thread the application calls. What comes later
 * than {@link #TIMEOUT}, or fails, counts as {@link Finding#UNKNOWN}: it raises nothing, and the reasons say so.
 */
@FunctionalInterface
public interface PayeeLookUps {

    /** How long a customer who has just pressed "transfer" waits for the first screen. */
    Duration TIMEOUT = Duration.ofSeconds(2);

    CompletionStage<Finding> look(TransferRequest request);

    /** What a look-up comes to. */
    enum Finding {
        CLEAR,
        WARNED,
        UNKNOWN
    }
}
