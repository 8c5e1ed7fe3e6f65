package dev.kioskguard.device;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The guidance lights (CEN/XFS {@code SIU}, XFS4IoT {@code Lights}). */
public interface Lights extends Device {

    /** Completes when the light has changed; fails with {@code UNSUPPORTED} where the terminal has no such light. */
    CompletionStage<Void> set(Light light, Flash flash, Duration timeout);

    /** The lights the guard uses; XFS4IoT names. */
    enum Light {
        CARD_READER,
        PIN_PAD,
        STATUS_IN_SERVICE,
        /** For the staff of the branch. */
        STATUS_SUPERVISOR
    }

    /** How a light flashes; XFS4IoT {@code flashRate}. */
    enum Flash {
        OFF,
        SLOW,
        MEDIUM,
        QUICK,
        CONTINUOUS
    }
}
