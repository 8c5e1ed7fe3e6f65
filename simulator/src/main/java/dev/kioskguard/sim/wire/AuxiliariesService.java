package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.sim.terminal.Surroundings;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Speaker, switches and sensors. Of the speaker only the volume can be set. */
final class AuxiliariesService extends TerminalService {

    private static final String VOLUME = "volume";
    private static final int VOLUME_STEP = 1;

    private final Surroundings surroundings;

    AuxiliariesService(Terminal terminal, Alarms alarms) {
        super(terminal, TerminalDevice.SPEAKER, alarms);
        this.surroundings = terminal.surroundings();
    }

    @Override
    public String name() {
        return TerminalServices.AUXILIARIES;
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer("auxiliaries", List.of("Auxiliaries.SetAuxiliaries"), List.of()));
    }

    @Override
    void watch() {
        surroundings.onChange((property, value) -> changed("auxiliaries", changes -> put(changes, property, value)));
    }

    private static void put(ObjectNode changes, String property, Object value) {
        if (property.equals(VOLUME)) {
            putVolume(changes, (int) value);
        } else {
            changes.put(property, value.toString());
        }
    }

    /** A muted speaker has no volume to report (Auxiliaries, "volume"). */
    private static void putVolume(ObjectNode into, int volume) {
        if (volume == Surroundings.MUTED) {
            into.putNull(VOLUME);
        } else {
            into.put(VOLUME, volume);
        }
    }

    @Override
    void carryOut(Call call) {
        if (!call.name().equals("Auxiliaries.SetAuxiliaries")) {
            call.fail(CompletionCode.UNSUPPORTED_COMMAND, "no such command here");
            return;
        }
        boolean onlyVolume = call.payload().properties().stream()
                .allMatch(entry ->
                        entry.getKey().equals(VOLUME) || entry.getValue().isNull());
        if (!onlyVolume) {
            call.refuse("invalidAuxiliary", "only the volume can be set");
            return;
        }
        JsonNode volume = call.payload().path(VOLUME);
        if (volume.isIntegralNumber()) {
            surroundings.setVolume(volume.intValue());
        }
        call.succeed(null);
    }

    @Override
    void fillStatus(ObjectNode status) {
        ObjectNode part = status.putObject("auxiliaries");
        putVolume(part, surroundings.volume());
        surroundings.sensors().forEach(part::put);
    }

    @Override
    void fillCapabilities(ObjectNode capabilities) {
        ObjectNode part = capabilities.putObject("auxiliaries").put(VOLUME, VOLUME_STEP);
        part.put("proximitySensor", true);
        part.putObject("operatorSwitch")
                .put("run", true)
                .put("maintenance", true)
                .put("supervisor", true);
        part.putObject("cabinetDoor").put("closed", true).put("open", true).put("tampered", true);
        part.putObject("enhancedAudioSensor").put("auto", true);
    }
}
