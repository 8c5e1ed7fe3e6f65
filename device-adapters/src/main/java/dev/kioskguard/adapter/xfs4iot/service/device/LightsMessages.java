package dev.kioskguard.adapter.xfs4iot.service.device;

import dev.kioskguard.adapter.xfs4iot.service.DeviceService.Offer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a service of guidance lights says, each with one lamp in its centre. */
public final class LightsMessages {

    /** The service's name. */
    public static final String SERVICE = "Lights";

    public static final String SET = "Lights.SetLight";

    private static final String CENTER = "center";

    private LightsMessages() {}

    public static List<Offer> offers() {
        return List.of(new Offer("lights", List.of(SET), List.of()));
    }

    /**
     * Returns the flash rate that each light named in a command is to have.
     *
     * @throws CommandRefusal when the terminal has no such light
     */
    public static Map<String, String> wanted(ObjectNode payload, Collection<String> lights) {
        Map<String, String> rates = new TreeMap<>();
        payload.properties().forEach(light -> {
            JsonNode lamps = light.getValue();
            if (lamps.isNull()) {
                return;
            }
            boolean hasIt = lights.contains(light.getKey())
                    && lamps.properties().stream()
                            .allMatch(lamp -> lamp.getKey().equals(CENTER));
            if (!hasIt) {
                throw new CommandRefusal("invalidLight", "the terminal has no such light");
            }
            JsonNode rate = lamps.path(CENTER).path("flashRate");
            if (rate.isString()) {
                rates.put(light.getKey(), rate.stringValue());
            }
        });
        return rates;
    }

    public static void putRate(ObjectNode lights, String light, String rate) {
        lights.putObject(light).putObject(CENTER).put("flashRate", rate);
    }

    public static void putCapabilities(
            ObjectNode capabilities, Collection<String> lights, Collection<String> flashRates) {
        ObjectNode part = capabilities.putObject("lights").put("individualFlashRates", false);
        ObjectNode each = part.putObject("lights");
        for (String light : lights) {
            ObjectNode rates = each.putObject(light).putObject(CENTER).putObject("flashRate");
            flashRates.forEach(rate -> rates.put(rate, true));
        }
    }
}
