package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.library.Received;

/** Makes of a result, while it lasts, what is kept of it. Called on the pump; must not wait nor call the manager. */
@FunctionalInterface
public interface Decoder<T> {

    /**
     * Returns what is kept.
     *
     * @param header as the version has it that the service was opened at
     */
    T read(Received received, Header header);

    /** Keeps nothing. */
    static Decoder<Boolean> nothing() {
        return (received, header) -> true;
    }
}
