package dev.kioskguard.sim.whole;

import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody at the terminal: what is done there and what is seen there, over HTTP as anyone outside has it. */
final class Person {

    static final String PAYEE = "张三丰";
    static final String ACCOUNT = "6222020000009876";

    private static final String LOOPBACK = "http://127.0.0.1:";
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final GuardConnection bench;
    private final GuardConnection api;
    private final GuardConnection screen;

    Person(int portBase, Path data) {
        this.bench = new GuardConnection(URI.create(LOOPBACK + (portBase + 2)), () -> "");
        URI guard = URI.create(LOOPBACK + portBase);
        this.api = new GuardConnection(guard, () -> token(data, "api.token"));
        this.screen = new GuardConnection(guard, () -> token(data, "screen.token"));
    }

    private static String token(Path data, String name) {
        try {
            return Files.readString(data.resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GuardConnection screen() {
        return screen;
    }

    GuardConnection api() {
        return api;
    }

    void insertCard() {
        insertCardOnly();
        bench.call(Call.post("/sim/keys", Map.of("keys", List.of("1", "2", "3", "4", "enter")))
                .within(WAIT));
    }

    /** Puts the card in, and returns when the PIN can be keyed. */
    void insertCardOnly() {
        bench.call(Call.post("/sim/card", Map.of("action", "insert", "card", "honest"))
                .within(WAIT));
    }

    void press(String key) {
        bench.call(Call.post("/sim/keys", Map.of("keys", List.of(key))).within(WAIT));
    }

    void pullCard() {
        bench.call(Call.post("/sim/card", Map.of("action", "pull")).within(WAIT));
    }

    /** Asks the bank's application for a transfer to a friend, and returns its id. */
    String transfer(String language) {
        Map<String, Object> body = Map.of(
                "amount", Map.of("currency", "CNY", "minor", 2_000_000),
                "payee", Map.of("name", PAYEE, "account", ACCOUNT, "relation", "other", "firstTime", true),
                "language", language);
        return transfer(body);
    }

    String transfer(Map<String, Object> body) {
        return bench.call(Call.post("/sim/transfer", body).within(WAIT))
                .path("transferId")
                .asString();
    }

    void breakDown(String device, String fault) {
        bench.call(Call.post("/sim/faults", Map.of("device", device, "fault", fault))
                .within(WAIT));
    }

    void breakDown(String device, String fault, String lasting) {
        bench.call(Call.post("/sim/faults", Map.of("device", device, "fault", fault, "for", lasting))
                .within(WAIT));
    }

    /** Gives an answer to whatever screen is up. */
    void answer(String choice) {
        String shown = screen.call(Call.get("/screen/state")).path("screenId").asString();
        screen.call(Call.post("/screen/answers", Map.of("screenId", shown, "choice", choice)));
    }

    /** Has the camera see something until it is told otherwise. */
    void isSeen(String signal) {
        bench.call(Call.post("/sim/camera", Map.of("sightings", List.of(signal))));
    }

    /** Plays a clip to the camera, round and round. */
    void plays(Path clip) {
        bench.call(Call.post("/sim/camera", Map.of("play", clip.toString(), "loop", true))
                .within(WAIT));
    }

    /** Breaks the camera's lens, or mends it, in the bench's words. */
    void spoils(String fault) {
        bench.call(Call.post("/sim/camera", Map.of("fault", fault)).within(WAIT));
    }

    /** What is played to the camera, and what is made of it. */
    JsonNode camera() {
        return bench.call(Call.get("/sim/camera"));
    }

    JsonNode state(String transferId) {
        return api.call(Call.get("/api/transfers/" + transferId));
    }

    /** Returns how a transfer stands once it stands otherwise, or after half a minute. */
    JsonNode awaitChange(String transferId) {
        return api.call(Call.get("/api/transfers/" + transferId + "?wait=PT25S").within(WAIT));
    }

    JsonNode health() {
        return api.call(Call.get("/api/health"));
    }

    /** What has reached the host, as the world sees it. */
    JsonNode host() {
        return bench.call(Call.get("/sim/host"));
    }

    /** Where the card is. */
    String card() {
        return bench.call(Call.get("/sim/terminal")).path("card").asString();
    }

    /** How the host has a transfer; empty if it never heard of it. */
    String booked(String transferId) {
        for (JsonNode transfer : host().path("transfers")) {
            if (transfer.path("transferId").asString().equals(transferId)) {
                return transfer.path("status").asString();
            }
        }
        return "";
    }
}
