package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardRefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with every token and no manners, while a visit with a transfer is open. */
final class Knocker {

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Premises premises;
    private final Person person;
    private final HttpClient client = HttpClient.newHttpClient();
    private String session = "";
    private String transfer = "";

    Knocker(Premises premises) {
        this.premises = premises;
        this.person = premises.person();
    }

    /** Sees to it that there is something to hurt: an open visit in which a transfer is asked about. */
    void open(boolean hosted) {
        if (hosted) {
            person.insertCard();
            transfer = person.transfer("zh-CN");
        } else {
            Map<String, Object> visit = Map.of(
                    "terminalId", "ATM-0001", "card", Map.of("token", "k", "masked", "6222"), "language", "zh-CN");
            session = person.api()
                    .call(Call.post("/api/sessions", visit))
                    .path("sessionId")
                    .asString();
        }
    }

    /** Makes a call and returns its status; an answer that is not a refusal in words fails. */
    int knock(Door door, byte[] body) {
        HttpResponse<String> answer = answer(door, body);
        int status = answer.statusCode();
        String asked = door.method() + " " + door.path() + " → " + status + " " + answer.body();
        assertThat(status < 500 || status == 503).as(asked).isTrue();
        if (status >= 400) {
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(asked)
                    .startsWith("application/problem+json");
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(problem.path("detail").asString()).as(asked).isNotBlank();
            assertThat(problem.path("type").asString()).as(asked).doesNotContain("journal-failed");
        }
        return status;
    }

    private HttpResponse<String> answer(Door door, byte[] body) {
        int port = door.kind() == Door.Kind.BENCH ? premises.portBase() + 2 : premises.portBase();
        String token = switch (door.kind()) {
            case API -> premises.kept("api.token");
            case SCREEN -> premises.kept("screen.token");
            case BENCH -> "";
        };
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + filled(door.path())))
                .method(door.method(), BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(ANSWERED_WITHIN)
                .build();
        try {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(door + " was not answered", e);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a test", e);
        }
    }

    /** Puts the ids of what is open now where they belong. */
    String filled(String text) {
        return text.replace("{session}", session.isEmpty() ? "s-0" : session)
                .replace("{transfer}", transfer.isEmpty() ? "t-0" : transfer)
                .replace("{screen}", text.contains("{screen}") ? screenId() : "");
    }

    private String screenId() {
        try {
            return person.screen()
                    .call(Call.get("/screen/state"))
                    .path("screenId")
                    .asString();
        } catch (GuardRefusedException e) {
            throw new AssertionError("the screen must always tell its state", e);
        }
    }
}
