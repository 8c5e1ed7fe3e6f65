package dev.kioskguard.adapter.xfs4iot.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One device as a host offers it: what it can do, what it is, and what it does with a command. Thread-safe. */
public interface DeviceService {

    /**
     * The part of an interface that a service offers, beside {@code Common}.
     *
     * @param name as the standard writes it in capabilities, such as {@code cardReader}
     * @param commands such as {@code CardReader.Move}
     * @param events such as {@code CardReader.MediaInsertedEvent}
     */
    record Offer(String name, List<String> commands, List<String> events) {}

    /** How a service speaks without being asked. Thread-safe; never waits. */
    interface Link {

        /** Tells every connection of the service. */
        void unsolicited(String name, @Nullable ObjectNode payload);

        /** Cuts every connection of the service and refuses new ones, or takes them again. */
        void setReachable(boolean reachable);
    }

    /** Returns the last part of the service's address. */
    String name();

    List<Offer> offers();

    /** Returns a new payload for {@code Common.Status}. Must not wait. */
    ObjectNode status();

    /** Returns a new payload for {@code Common.Capabilities}, to which the host adds the interfaces. Must not wait. */
    ObjectNode capabilities();

    /** Hands over the way to speak without being asked; called once, before any command. */
    void attach(Link link);

    /**
     * Begins a command that the service offers. Must return at once; the answer may come later, from any thread. One
     * command is at work at a time.
     */
    void execute(Call call);
}
