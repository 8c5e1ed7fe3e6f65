package dev.kioskguard.adapter.xfs4iot.service;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command that a service is to carry out, and the way to answer it. Thread-safe.
 *
 * <p>It ends once: by the first of the ending methods, or from outside when its time is out, its client cancels or
 * leaves. What is said after the end goes nowhere.
 */
public interface Call {

    /** Returns interface and command, such as {@code CardReader.Move}. */
    String name();

    /** Returns the payload, checked against the standard; empty where the client sent none. Must not be changed. */
    ObjectNode payload();

    /** Returns how long the client gives the command from its arrival on; zero is no limit. */
    Duration timeout();

    /** Returns an empty payload to be filled. */
    ObjectNode newPayload();

    /** Tells the client, and no other, what happened on the way. */
    void event(String name, @Nullable ObjectNode payload);

    void succeed(@Nullable ObjectNode payload);

    /** Ends with a completion code of the standard. */
    void fail(CompletionCode code, String description);

    /** Ends with {@code commandErrorCode} and the command's own word for what was wrong. */
    void refuse(String errorCode, String description);

    /**
     * Registers what makes the device let go when the command is ended from outside; run at once if it already was. It
     * is run before the next command of the service begins.
     */
    void onStop(Runnable release);
}
