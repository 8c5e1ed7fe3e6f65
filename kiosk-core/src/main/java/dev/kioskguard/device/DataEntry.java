package dev.kioskguard.device;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** How a PIN pad is told to take plain keys (CEN/XFS {@code GET_DATA}, XFS4IoT {@code DataEntry}). On the loop. */
public interface DataEntry {

    /** How long an entry lasts. It is begun again at once; no end at all would wait for a forgetful device. */
    Duration ROUND = Duration.ofMinutes(10);

    /** Returns whether the pad is there to be told. */
    boolean isReady();

    /**
     * Begins an entry that no key ends.
     *
     * @param pressed told of every key, with nothing where it is none of ours
     */
    RunningCommand<?> begin(Set<Key> keys, Consumer<Optional<Key>> pressed);
}
