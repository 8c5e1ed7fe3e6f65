package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.header.Siu;
import dev.kioskguard.adapter.xfs.manager.Command;
import dev.kioskguard.adapter.xfs.manager.Session;
import dev.kioskguard.adapter.xfs.manager.Snapshot;
import dev.kioskguard.adapter.xfs.manager.XfsEvent;
import dev.kioskguard.adapter.xfs.memory.NativeFieldException;
import dev.kioskguard.adapter.xfs.memory.NativeStruct;
import dev.kioskguard.device.Inspected.Fact;
import dev.kioskguard.device.Inspected.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Some ports of an SIU as last told, by its status or by an event. A service tells no event of any port before it was
 * asked for. Confined to the loop.
 */
final class Ports {

    private static final Duration ENABLE_TIMEOUT = Duration.ofSeconds(10);

    /** A kind of ports: the array that stands for it in every structure, and its number in events. */
    enum PortKind {
        SENSORS("fwSensors", Siu.WFS_SIU_SENSORS),
        DOORS("fwDoors", Siu.WFS_SIU_DOORS),
        AUXILIARIES("fwAuxiliaries", Siu.WFS_SIU_AUXILIARIES);

        private final String array;
        private final int number;

        PortKind(String array, int number) {
            this.array = array;
            this.number = number;
        }
    }

    /**
     * One port.
     *
     * @param valueMax the highest value that the standard knows for it, all bits of a mask included
     */
    record Port(PortKind kind, int index, int valueMax) implements Comparable<Port> {

        @Override
        public int compareTo(Port other) {
            return kind == other.kind ? Integer.compare(index, other.index) : kind.compareTo(other.kind);
        }
    }

    /** What the events of ports are called where a device is inspected. */
    private static final String FACT = "ports";

    private volatile @Nullable Fact events;

    /** By port: 0 where there is none. */
    private final Map<Port, Integer> values = new TreeMap<>();

    Ports(Port... ports) {
        for (Port port : ports) {
            values.put(port, Siu.WFS_SIU_NOT_AVAILABLE);
        }
    }

    /** Returns what became of asking for events; empty before that. Any thread. */
    Optional<Fact> events() {
        return Optional.ofNullable(events);
    }

    /** Has the service tell when one of them changes. */
    void enable(Session session, Session.Listener listener) {
        Snapshot can = session.capabilities().orElse(null);
        NativeStruct enable = session.struct("WFSSIUENABLE");
        boolean anything = false;
        for (Port port : values.keySet()) {
            if (can != null && can.view().numbers(port.kind().array)[port.index()] != Siu.WFS_SIU_NOT_AVAILABLE) {
                enable.set(port.kind().array, port.index(), Siu.WFS_SIU_ENABLE_EVENT);
                anything = true;
            }
        }
        if (anything) {
            events = new Fact(Kind.EVENT, FACT, "asked for, and not answered yet");
            var unused = session.execute(
                            listener,
                            Command.plain("ENABLE_EVENTS", Siu.WFS_CMD_SIU_ENABLE_EVENTS, enable, ENABLE_TIMEOUT))
                    .result()
                    // What changed before is in the status; where events cannot be had, it is asked for all the same.
                    .whenComplete((done, failure) -> {
                        events = failure == null
                                ? new Fact(Kind.EVENT, FACT, "enabled")
                                : new Fact(Kind.SILENCE, FACT, String.valueOf(failure.getMessage()));
                        session.refresh();
                    });
        }
    }

    /**
     * Takes in a status.
     *
     * @throws NativeFieldException when a value is none of the standard's
     */
    void read(Snapshot status) {
        for (Map.Entry<Port, Integer> entry : values.entrySet()) {
            Port port = entry.getKey();
            int value = status.view().numbers(port.kind().array)[port.index()];
            entry.setValue(known(port, value, "%s[%d]".formatted(status.view().name(port.kind().array), port.index())));
        }
    }

    /** Takes in an event; returns whether it is about one of these ports. */
    boolean told(XfsEvent event) {
        Snapshot brought = event.brought();
        if (event.id() != Siu.WFS_SRVE_SIU_PORT_STATUS || brought == null) {
            return false;
        }
        int type = brought.view().oneOf("wPortType", Siu.WFS_SIU_GUIDLIGHTS);
        int index = brought.view().number("wPortIndex");
        for (Map.Entry<Port, Integer> entry : values.entrySet()) {
            Port port = entry.getKey();
            if (port.kind().number == type && port.index() == index) {
                entry.setValue(known(
                        port,
                        brought.view().number("wPortStatus"),
                        brought.view().name("wPortStatus")));
                return true;
            }
        }
        return false;
    }

    private static int known(Port port, int value, String field) {
        if (value > port.valueMax()) {
            throw new NativeFieldException(field, value + " is no value of the standard");
        }
        return value;
    }

    int value(Port port) {
        return values.getOrDefault(port, Siu.WFS_SIU_NOT_AVAILABLE);
    }
}
