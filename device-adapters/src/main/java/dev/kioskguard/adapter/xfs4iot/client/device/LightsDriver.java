package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.adapter.xfs4iot.client.Place;
import dev.kioskguard.adapter.xfs4iot.client.StatusTree;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.adapter.xfs4iot.words.LightWords;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The guidance lights (CWA 17852, {@code Lights}), each at the first position that the service has it at. */
final class LightsDriver extends ServiceDevice implements Lights {

    private static final String SET = "Lights.SetLight";

    private final Turn turn = new Turn();

    LightsDriver(Environment environment, DeviceAddress address, Place place) {
        super(environment, address, place, new MessageCodec());
    }

    @Override
    public CompletionStage<Void> set(Light light, Flash flash, Duration timeout) {
        return turn.take(
                "set light",
                () -> position(light)
                        .map(position -> {
                            ObjectNode payload = payload();
                            payload.putObject(LightWords.of(light))
                                    .putObject(position)
                                    .put("flashRate", LightWords.of(flash));
                            return execute(SET, payload, timeout).<Void>thenApply(done -> null);
                        })
                        .orElseGet(() -> CompletableFuture.failedFuture(new DeviceException(
                                Fault.UNSUPPORTED, SET, "the terminal has no light at " + LightWords.of(light)))));
    }

    /** Returns where the light is; empty where the service lists its lights and this is none of them. */
    private Optional<String> position(Light light) {
        JsonNode listed = service()
                .capabilities()
                .map(known -> known.at("lights", "lights", LightWords.of(light)))
                .orElseGet(LightsDriver::payload);
        return listed.propertyNames().stream().findFirst();
    }

    @Override
    List<String> commands() {
        return List.of(SET);
    }

    @Override
    void statusRead(StatusTree read) {
        // All there is to say is in the status of the device.
    }
}
