package dev.kioskguard.app.doctor;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.web.http.Reach;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a guard that runs says of itself, asked as the bank's application asks it. */
final class GuardCall {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KioskConfig.Ports ports;
    private final Path data;

    GuardCall(KioskConfig.Ports ports, Path data) {
        this.ports = ports;
        this.data = data;
    }

    /** Returns what the guard says of its health. */
    Outcome health() throws Exception {
        JsonNode health = read();
        String status = health.path("status").asString("");
        List<String> wrong = new ArrayList<>();
        health.path("transfersRefusedBecause").forEach(reason -> wrong.add(reason.asString("")));
        health.path("devices").properties().forEach(device -> {
            String state = device.getValue().path("state").asString("");
            if (!state.equals("online")) {
                wrong.add(device.getKey() + " " + state);
            }
        });
        JsonNode broker = health.path("broker");
        if (!broker.isMissingNode() && !broker.path("state").asString("").equals("connected")) {
            wrong.add("broker " + broker.path("state").asString(""));
        }
        String seen = "runs, " + status + (wrong.isEmpty() ? "" : ": " + String.join(", ", wrong));
        return switch (status) {
            case "ok" -> Outcome.pass(seen);
            case "degraded" -> Outcome.warn(seen);
            default -> Outcome.fail(seen);
        };
    }

    private JsonNode read() throws Exception {
        String token = Files.readString(data.resolve("api.token")).strip();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/health".formatted(ports.base())))
                .header("Authorization", "Bearer " + token);
        return JSON.readTree(DeskCall.get(request, null));
    }

    /** Calls the desk's page where the configuration says that it is reached. */
    Outcome desk(KioskConfig.Desk desk) throws Exception {
        boolean local = Reach.isLoopback(desk.listen());
        @Nullable
        String fingerprint =
                local ? null : read().path("desk").path("fingerprint").asString("");
        URI uri = URI.create(
                local
                        ? "http://127.0.0.1:%d/desk".formatted(ports.desk())
                        : "https://%s:%d/desk".formatted(desk.name(), ports.desk()));
        String unused = DeskCall.get(uri, fingerprint);
        return Outcome.pass(uri + " answers" + (fingerprint == null ? "" : ", certificate SHA-256 " + fingerprint));
    }
}
