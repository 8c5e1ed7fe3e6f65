package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.LightsMessages;
import dev.kioskguard.adapter.xfs4iot.words.LightWords;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.Lights.Flash;
import dev.kioskguard.device.Lights.Light;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.node.ObjectNode;

/** The guidance lights that the guard uses. How one flashes is known once it has been set. */
final class LightsService extends PortService {

    private static final List<String> LIGHTS =
            Arrays.stream(Light.values()).map(LightWords::of).toList();
    private static final List<String> FLASH_RATES =
            Arrays.stream(Flash.values()).map(LightWords::of).toList();

    private final Lights port;
    private final Map<String, String> rates = new ConcurrentSkipListMap<>();

    LightsService(Lights port, Answers answers) {
        super(LightsMessages.SERVICE, answers, List.of(port));
        this.port = port;
    }

    @Override
    public List<Offer> offers() {
        return LightsMessages.offers();
    }

    @Override
    void listen() {
        // Only commands change a light, and they tell.
    }

    /** Sets the lights one after the other: a port does one thing at a time. */
    @Override
    CompletionStage<?> carryOut(Call call) {
        CompletionStage<Void> done = CompletableFuture.completedFuture(null);
        for (Map.Entry<String, String> wanted :
                LightsMessages.wanted(call.payload(), LIGHTS).entrySet()) {
            done = done.thenCompose(before -> set(wanted.getKey(), wanted.getValue(), within(call, WORK_MAX)));
        }
        return answered(call, done, set -> null);
    }

    private CompletionStage<Void> set(String light, String rate, Duration timeout) {
        return port.set(
                        LightWords.light(light).orElseThrow(),
                        LightWords.flash(rate).orElseThrow(),
                        timeout)
                .thenAccept(done -> {
                    if (!rate.equals(rates.put(light, rate))) {
                        changed("lights", lights -> LightsMessages.putRate(lights, light, rate));
                    }
                });
    }

    @Override
    protected void fillStatus(ObjectNode status) {
        ObjectNode part = status.putObject("lights");
        rates.forEach((light, rate) -> LightsMessages.putRate(part, light, rate));
    }

    @Override
    protected void fillCapabilities(ObjectNode capabilities) {
        LightsMessages.putCapabilities(capabilities, LIGHTS, FLASH_RATES);
    }
}
