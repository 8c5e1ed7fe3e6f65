package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.adapter.xfs4iot.client.Place;
import dev.kioskguard.adapter.xfs4iot.client.StatusTree;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.Reported;
import dev.kioskguard.device.Sensors;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The sensors as the status of {@code auxiliaries} reports them. The standard's command to register for them is never
 * sent: it is left over from an earlier edition, and one real service dies of it.
 */
final class SensorsDriver extends ServiceDevice implements Sensors {

    private final Reported<Set<Sensor>> active = new Reported<>(Set.of());

    SensorsDriver(Environment environment, DeviceAddress address, Place place) {
        super(environment, address, place, new MessageCodec());
    }

    @Override
    List<String> commands() {
        return List.of();
    }

    @Override
    void statusRead(StatusTree read) {
        boolean known = service().deviceStatus().isOnline();
        Set<Sensor> now = EnumSet.allOf(Sensor.class).stream()
                .filter(sensor -> known && isActive(sensor, read))
                .collect(Collectors.toUnmodifiableSet());
        active.set(now);
    }

    private static boolean isActive(Sensor sensor, StatusTree read) {
        return switch (sensor) {
            case PROXIMITY -> says(read, "present", "proximitySensor");
            case OPERATOR_SWITCH ->
                says(read, "maintenance", "operatorSwitch") || says(read, "supervisor", "operatorSwitch");
            case CABINET_DOOR ->
                says(read, "open", "cabinetDoor", "cabinetFrontDoor", "cabinetRearDoor")
                        || says(read, "open", "cabinetLeftDoor", "cabinetRightDoor")
                        || says(read, "tampered", "cabinetDoor", "cabinetFrontDoor", "cabinetRearDoor");
            case HEADSET -> says(read, "present", "enhancedAudioSensor", "headsetMicrophoneSensor");
        };
    }

    private static boolean says(StatusTree read, String word, String... properties) {
        return Arrays.stream(properties)
                .anyMatch(property -> read.word("auxiliaries", property).equals(word));
    }

    @Override
    public Set<Sensor> active() {
        return active.get();
    }

    @Override
    public void onActive(Consumer<Set<Sensor>> listener) {
        active.tell(listener);
    }
}
