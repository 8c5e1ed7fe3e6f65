package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.guard.state.Case;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.whole.Door.Owner;
import dev.kioskguard.sim.whole.Door.Scene;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with every token and no manners, who sees to it that there is something to hurt before each call. */
final class Knocker implements AutoCloseable {

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SIGN_IN = "/desk/session";

    /** The only status of its kind that a body may bring about: the device that cannot do it is named. */
    private static final Pattern DEVICE_CANNOT = Pattern.compile("urn:kioskguard:problem:device-[a-z-]+");

    private final Premises premises;
    private final Person person;
    private final Simulation simulation;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final HttpClient headsClient =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Scenery scenery;
    private final JsonNode lobbyManager;
    private final JsonNode headOfBranch;
    private int actions;

    private Knocker(Owner owner, Premises premises) {
        this.premises = premises;
        this.person = premises.person();
        this.simulation = Simulation.start(premises.options());
        this.scenery = new Scenery(owner, person, simulation);
        JsonNode staff = JSON.readTree(premises.kept("demo-staff.json"));
        this.lobbyManager = staff.get(0);
        this.headOfBranch = staff.get(1);
    }

    /** Comes to a terminal at whose desk the lobby manager and the head of the branch have signed in. */
    static Knocker at(Owner owner, Premises premises) {
        var knocker = new Knocker(owner, premises);
        List<Door> signIns = Door.ALL.stream()
                .filter(door -> door.path().equals(SIGN_IN) && door.opens() == 2)
                .toList();
        assertThat(signIns)
                .hasSize(2)
                .allSatisfy(door -> assertThat(knocker.knock(
                                door, knocker.filled(door.sample()).getBytes(StandardCharsets.UTF_8)))
                        .isEqualTo(200));
        return knocker;
    }

    /** Brings about what a door is meant for, where the call before, or time, has ended it. */
    void setScene(Scene wanted) {
        scenery.set(wanted);
    }

    Person person() {
        return person;
    }

    /** Makes a call and returns its status; an answer that is not a refusal in words fails. */
    int knock(Door door, byte[] body) {
        HttpResponse<String> answer = answer(door, body);
        int status = answer.statusCode();
        String asked = door.method() + " " + door.path() + " → " + status + " " + answer.body();
        if (status >= 400) {
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(asked)
                    .startsWith("application/problem+json");
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(problem.path("detail").asString()).as(asked).isNotBlank();
            assertThat(status < 500
                            || DEVICE_CANNOT
                                    .matcher(problem.path("type").asString())
                                    .matches())
                    .as(asked)
                    .isTrue();
        }
        return status;
    }

    private HttpResponse<String> answer(Door door, byte[] body) {
        int port = premises.portBase()
                + switch (door.kind()) {
                    case API, SCREEN -> 0;
                    case DESK, HEAD -> 1;
                    case BENCH -> 2;
                };
        String token = switch (door.kind()) {
            case API -> premises.kept("api.token");
            case SCREEN -> premises.kept("screen.token");
            case DESK, HEAD, BENCH -> "";
        };
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + filled(door.path())))
                .method(door.method(), BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(ANSWERED_WITHIN)
                .build();
        HttpClient by = door.kind() == Door.Kind.HEAD ? headsClient : client;
        var answer = by.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (door.wantsPin()) {
            await().atMost(ANSWERED_WITHIN).until(() -> answer.isDone() || isStillWaitingAfterThePin());
        }
        return answer.join();
    }

    private boolean isStillWaitingAfterThePin() {
        List.of("1", "2", "3", "4", "enter").forEach(person::press);
        return false;
    }

    /** Puts what is live now where its name stands. */
    String filled(String text) {
        var now = scenery.state();
        return text.replace(
                        "{session}", now.visit() == null ? "none" : now.visit().sessionId())
                .replace("{transfer}", scenery.open().map(Case::transferId).orElse("none"))
                .replace("{screen}", text.contains("{screen}") ? shown() : "")
                .replace("{page}", text.contains("{page}") ? page() : "")
                .replace("{action}", text.contains("{action}") ? "a-" + ++actions : "")
                .replace("{paused}", scenery.paused())
                .replace("{code}", scenery.open().map(one -> one.care().code()).orElse("0000"))
                .replace(
                        "{pause}",
                        Optional.ofNullable(now.paused().get(scenery.paused()))
                                .map(one -> one.care().code())
                                .orElse("0000"))
                .replace("{request}", "r-1")
                .replace("{head}", headOfBranch.path("staff").asString())
                .replace("{headPin}", headOfBranch.path("pin").asString())
                .replace("{staff}", lobbyManager.path("staff").asString())
                .replace("{pin}", lobbyManager.path("pin").asString());
    }

    private String shown() {
        try {
            return person.screen()
                    .call(Call.get("/screen/state"))
                    .path("screenId")
                    .asString();
        } catch (GuardRefusedException e) {
            throw new AssertionError("the screen must always tell its state", e);
        }
    }

    private String page() {
        URI pages = URI.create("http://127.0.0.1:" + (premises.portBase() + 1) + "/desk/pages");
        HttpResponse<String> all;
        try {
            all = client.send(HttpRequest.newBuilder(pages).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("the desk tells its pages", e);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a test", e);
        }
        String transfer = scenery.open().map(Case::transferId).orElse("none");
        for (JsonNode page : JSON.readTree(all.body())) {
            if (page.path("transferId").asString("").equals(transfer)) {
                return page.path("id").asString();
            }
        }
        return "none";
    }

    @Override
    public void close() {
        simulation.close();
    }
}
