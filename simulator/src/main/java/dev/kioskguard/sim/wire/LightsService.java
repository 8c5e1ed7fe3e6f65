package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.CommandRefusal;
import dev.kioskguard.adapter.xfs4iot.service.device.LightsMessages;
import dev.kioskguard.sim.terminal.LightPanel;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The guidance lights, each with one lamp in its centre. */
final class LightsService extends TerminalService {

    private final LightPanel lights;

    LightsService(Terminal terminal, Alarms alarms) {
        super(terminal, TerminalDevice.LIGHTS, alarms);
        this.lights = terminal.lights();
    }

    @Override
    public String name() {
        return LightsMessages.SERVICE;
    }

    @Override
    public List<Offer> offers() {
        return LightsMessages.offers();
    }

    @Override
    void watch() {
        // Only commands change a light, and they tell.
    }

    @Override
    void carryOut(Call call) {
        if (!call.name().equals(LightsMessages.SET)) {
            call.fail(CompletionCode.UNSUPPORTED_COMMAND, "no such command here");
            return;
        }
        try {
            LightsMessages.wanted(call.payload(), LightPanel.LIGHTS).forEach(this::set);
            call.succeed(null);
        } catch (CommandRefusal e) {
            call.refuse(e.errorCode(), e.why());
        }
    }

    private void set(String light, String rate) {
        if (lights.set(light, rate)) {
            changed("lights", status -> LightsMessages.putRate(status, light, rate));
        }
    }

    @Override
    protected void fillStatus(ObjectNode status) {
        ObjectNode part = status.putObject("lights");
        lights.rates().forEach((light, rate) -> LightsMessages.putRate(part, light, rate));
    }

    @Override
    protected void fillCapabilities(ObjectNode capabilities) {
        LightsMessages.putCapabilities(capabilities, LightPanel.LIGHTS, LightPanel.FLASH_RATES);
    }
}
