package dev.kioskguard.adapter.mqtt;

import org.jspecify.annotations.Nullable;

/** Who holds a line to a broker. Called on the line's own thread, one call after another. */
interface Ears {

    /** Returns what the broker is to say if the line breaks, or null for nothing. Asked before each connection. */
    @Nullable
    Message lastWill();

    /** The line stands, and everything that is listened to is subscribed; of before nothing is known. */
    void connected();

    void lost();

    /** Something has come; whatever it is, it may be forged. */
    void heard(Message message);

    /**
     * The broker did what it must not do, or refused what it must do.
     *
     * @param kind one of a fixed few
     */
    void refused(String kind, String detail);
}
