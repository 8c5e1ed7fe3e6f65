package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.device.Ports.Port;
import dev.kioskguard.adapter.xfs.device.Ports.PortKind;
import dev.kioskguard.adapter.xfs.header.Siu;
import dev.kioskguard.adapter.xfs.manager.XfsManager;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.Reported;
import dev.kioskguard.device.Sensors;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sensors and doors (CWA 16926-10, service class SIU), by events where the service tells them and by status. */
final class SensorsDriver extends PortsDevice implements Sensors {

    /** Run, maintenance, supervisor. */
    private static final Port OPERATOR_SWITCH =
            new Port(PortKind.SENSORS, Siu.WFS_SIU_OPERATORSWITCH, Siu.WFS_SIU_SUPERVISOR);

    private static final Port PROXIMITY = presence(Siu.WFS_SIU_PROXIMITY);
    private static final Port ENHANCED_AUDIO = presence(Siu.WFS_SIU_ENHANCEDAUDIO);
    private static final Port HEADSET_MICROPHONE = presence(Siu.WFS_SIU_HEADSETMICROPHONE);

    /** Bits of the standard from closed to tampered and ajar. */
    private static final int DOOR_BITS = 0xFF;

    private static final Set<Port> CABINET_DOORS = Stream.of(
                    Siu.WFS_SIU_CABINET,
                    Siu.WFS_SIU_CABINET_FRONT,
                    Siu.WFS_SIU_CABINET_REAR,
                    Siu.WFS_SIU_CABINET_LEFT,
                    Siu.WFS_SIU_CABINET_RIGHT)
            .map(index -> new Port(PortKind.DOORS, index, DOOR_BITS))
            .collect(Collectors.toUnmodifiableSet());

    private static final Port[] PORTS = Stream.concat(
                    Stream.of(OPERATOR_SWITCH, PROXIMITY, ENHANCED_AUDIO, HEADSET_MICROPHONE), CABINET_DOORS.stream())
            .toArray(Port[]::new);

    private final Reported<Set<Sensor>> active = new Reported<>(Set.of());

    SensorsDriver(XfsManager manager, DeviceAddress address) {
        super(manager, address, PORTS);
    }

    private static Port presence(int index) {
        return new Port(PortKind.SENSORS, index, Siu.WFS_SIU_NOT_PRESENT);
    }

    @Override
    void tell() {
        boolean known = session().deviceStatus().isOnline();
        active.set(EnumSet.allOf(Sensor.class).stream()
                .filter(sensor -> known && isActive(sensor))
                .collect(Collectors.toUnmodifiableSet()));
    }

    private boolean isActive(Sensor sensor) {
        return switch (sensor) {
            case PROXIMITY -> isPresent(PROXIMITY);
            case OPERATOR_SWITCH -> value(OPERATOR_SWITCH) >= Siu.WFS_SIU_MAINTENANCE;
            case CABINET_DOOR -> CABINET_DOORS.stream().anyMatch(door -> (value(door) & Siu.WFS_SIU_OPEN) != 0);
            case HEADSET -> isPresent(ENHANCED_AUDIO) || isPresent(HEADSET_MICROPHONE);
        };
    }

    private boolean isPresent(Port port) {
        return value(port) == Siu.WFS_SIU_PRESENT;
    }

    @Override
    public Set<Sensor> active() {
        return active.get();
    }

    @Override
    public void onActive(Consumer<Set<Sensor>> listener) {
        active.tell(listener);
    }

    @Override
    void lost() {
        active.set(Set.of());
    }
}
