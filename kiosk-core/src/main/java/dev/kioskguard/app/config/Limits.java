package dev.kioskguard.app.config;

import java.time.Duration;

/** Every time and count that a bank may set. Their ranges are in {@link ConfigMapping}. */
public record Limits(Customer customer, Watch watch, Memory memory, Load load) {

    /**
     * Times that the customer meets.
     *
     * @param screenSilence without an answer for so long, the transfer expires
     * @param warningDwell how long a warning stands before its answer is taken
     * @param keyRepeat the same key at the same place within this time is a bounce
     * @param pause how long a paused request is kept
     * @param held how long a held transfer waits for staff
     */
    public record Customer(
            Duration screenSilence, Duration warningDwell, Duration keyRepeat, Duration pause, Duration held) {}

    /**
     * Times that the guard waits for the world.
     *
     * @param callOver a call must have been over for so long
     * @param screenLostGrace a screen page that is gone for longer is lost
     */
    public record Watch(Duration callOver, Duration screenLostGrace) {}

    /**
     * How long something is remembered.
     *
     * @param stop a stop or staff cancel, for the card
     * @param retention personal fields of the journal, before their key is destroyed
     */
    public record Memory(Duration stop, Duration retention) {}

    /**
     * How much is borne at a time.
     *
     * @param inboxEvents events that may wait for the guard
     * @param eventStreams open server-sent streams of each kind
     * @param waitingCalls calls of the application that wait for a change
     */
    public record Load(int inboxEvents, int eventStreams, int waitingCalls) {}
}
