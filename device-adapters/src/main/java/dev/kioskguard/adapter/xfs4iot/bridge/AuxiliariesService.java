package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.AuxiliariesMessages;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Sensors.Sensor;
import dev.kioskguard.device.Speaker;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Speaker and sensors, which the standard has in one service. Both tell; neither is told anything. */
final class AuxiliariesService extends PortService {

    private final Optional<Speaker> speaker;
    private final Optional<Sensors> sensors;
    private volatile boolean audible;
    private volatile Set<Sensor> active = Set.of();

    AuxiliariesService(Optional<Speaker> speaker, Optional<Sensors> sensors, Answers answers) {
        super(
                AuxiliariesMessages.SERVICE,
                answers,
                Stream.<Optional<? extends Device>>of(speaker, sensors)
                        .flatMap(Optional::stream)
                        .toList());
        this.speaker = speaker;
        this.sensors = sensors;
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer(AuxiliariesMessages.PART, List.of(), List.of()));
    }

    @Override
    void listen() {
        speaker.ifPresent(port -> port.onAudible(now -> {
            audible = now;
            changed(AuxiliariesMessages.PART, this::putVolume);
        }));
        sensors.ifPresent(port -> port.onActive(now -> {
            active = now;
            changed(AuxiliariesMessages.PART, this::putSensors);
        }));
    }

    @Override
    CompletionStage<?> carryOut(Call call) {
        return unsupported(call, "no such command here");
    }

    /** How loud it is, the port does not know: it is as loud as it can be, or it cannot be heard. */
    private void putVolume(ObjectNode part) {
        AuxiliariesMessages.putVolume(part, audible ? AuxiliariesMessages.VOLUME_MAX : AuxiliariesMessages.MUTED);
    }

    private void putSensors(ObjectNode part) {
        Set<Sensor> now = active;
        part.put("proximitySensor", now.contains(Sensor.PROXIMITY) ? "present" : "notPresent")
                .put("operatorSwitch", now.contains(Sensor.OPERATOR_SWITCH) ? "supervisor" : "run")
                .put("cabinetDoor", now.contains(Sensor.CABINET_DOOR) ? "open" : "closed")
                .put("enhancedAudioSensor", now.contains(Sensor.HEADSET) ? "present" : "notPresent");
    }

    @Override
    protected void fillStatus(ObjectNode status) {
        ObjectNode part = status.putObject(AuxiliariesMessages.PART);
        speaker.ifPresent(port -> putVolume(part));
        sensors.ifPresent(port -> putSensors(part));
    }

    @Override
    protected void fillCapabilities(ObjectNode capabilities) {
        AuxiliariesMessages.putCapabilities(capabilities);
    }
}
