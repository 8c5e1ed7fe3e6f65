package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.AuxiliariesMessages;
import dev.kioskguard.sim.terminal.Surroundings;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Speaker, switches and sensors. Of the speaker only the volume can be set. */
final class AuxiliariesService extends TerminalService {

    private final Surroundings surroundings;

    AuxiliariesService(Terminal terminal, Alarms alarms) {
        super(terminal, TerminalDevice.SPEAKER, alarms);
        this.surroundings = terminal.surroundings();
    }

    @Override
    public String name() {
        return AuxiliariesMessages.SERVICE;
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer(AuxiliariesMessages.PART, List.of("Auxiliaries.SetAuxiliaries"), List.of()));
    }

    @Override
    void watch() {
        surroundings.onChange(
                (property, value) -> changed(AuxiliariesMessages.PART, changes -> put(changes, property, value)));
    }

    private static void put(ObjectNode changes, String property, Object value) {
        if (property.equals(AuxiliariesMessages.VOLUME)) {
            AuxiliariesMessages.putVolume(changes, (int) value);
        } else {
            changes.put(property, value.toString());
        }
    }

    @Override
    void carryOut(Call call) {
        if (!call.name().equals("Auxiliaries.SetAuxiliaries")) {
            call.fail(CompletionCode.UNSUPPORTED_COMMAND, "no such command here");
            return;
        }
        boolean onlyVolume = call.payload().properties().stream()
                .allMatch(entry -> entry.getKey().equals(AuxiliariesMessages.VOLUME)
                        || entry.getValue().isNull());
        if (!onlyVolume) {
            call.refuse("invalidAuxiliary", "only the volume can be set");
            return;
        }
        JsonNode volume = call.payload().path(AuxiliariesMessages.VOLUME);
        if (volume.isIntegralNumber()) {
            surroundings.setVolume(volume.intValue());
        }
        call.succeed(null);
    }

    @Override
    protected void fillStatus(ObjectNode status) {
        ObjectNode part = status.putObject(AuxiliariesMessages.PART);
        AuxiliariesMessages.putVolume(part, surroundings.volume());
        surroundings.sensors().forEach(part::put);
    }

    @Override
    protected void fillCapabilities(ObjectNode capabilities) {
        AuxiliariesMessages.putCapabilities(capabilities);
    }
}
