package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.sim.terminal.LightPanel;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The guidance lights, each with one lamp in its centre. */
final class LightsService extends TerminalService {

    private static final String CENTER = "center";

    private final LightPanel lights;

    LightsService(Terminal terminal, Alarms alarms) {
        super(terminal, TerminalDevice.LIGHTS, alarms);
        this.lights = terminal.lights();
    }

    @Override
    public String name() {
        return TerminalServices.LIGHTS;
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer("lights", List.of("Lights.SetLight"), List.of()));
    }

    @Override
    void watch() {
        // Only commands change a light, and they tell.
    }

    @Override
    void carryOut(Call call) {
        if (!call.name().equals("Lights.SetLight")) {
            call.fail(CompletionCode.UNSUPPORTED_COMMAND, "no such command here");
            return;
        }
        Map<String, String> wanted = new TreeMap<>();
        boolean ours = call.payload().properties().stream()
                .allMatch(light -> isOurs(light.getKey(), light.getValue(), wanted));
        if (!ours) {
            call.refuse("invalidLight", "the terminal has no such light");
            return;
        }
        wanted.forEach((light, rate) -> {
            if (lights.set(light, rate)) {
                changed("lights", status -> put(status, light, rate));
            }
        });
        call.succeed(null);
    }

    /** Notes how a light is to flash; returns false where the terminal has none there. */
    private static boolean isOurs(String light, JsonNode lamps, Map<String, String> wanted) {
        if (lamps.isNull()) {
            return true;
        }
        boolean hasIt = LightPanel.LIGHTS.contains(light)
                && lamps.properties().stream().allMatch(lamp -> lamp.getKey().equals(CENTER));
        JsonNode rate = lamps.path(CENTER).path("flashRate");
        if (hasIt && rate.isString()) {
            wanted.put(light, rate.stringValue());
        }
        return hasIt;
    }

    private static void put(ObjectNode status, String light, String rate) {
        status.putObject(light).putObject(CENTER).put("flashRate", rate);
    }

    @Override
    void fillStatus(ObjectNode status) {
        ObjectNode part = status.putObject("lights");
        lights.rates().forEach((light, rate) -> put(part, light, rate));
    }

    @Override
    void fillCapabilities(ObjectNode capabilities) {
        ObjectNode part = capabilities.putObject("lights").put("individualFlashRates", false);
        ObjectNode each = part.putObject("lights");
        for (String light : LightPanel.LIGHTS) {
            ObjectNode rates = each.putObject(light).putObject(CENTER).putObject("flashRate");
            LightPanel.FLASH_RATES.forEach(rate -> rates.put(rate, true));
        }
    }
}
