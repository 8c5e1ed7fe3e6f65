package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole machine that calls by light first, and by an address of the bank's once nobody has come. */
class SecondWaysTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final List<String> posts = new CopyOnWriteArrayList<>();
    private volatile int answers = 500;
    private HttpServer pager;
    private Premises machine;

    @BeforeEach
    void aPagerListens() throws IOException {
        pager = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pager.createContext("/", exchange -> {
            posts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answers, -1);
            exchange.close();
        });
        pager.start();
        machine = Premises.in(folder);
        configure();
    }

    @AfterEach
    void thePagerEnds() {
        pager.stop(0);
    }

    @Test
    void theLightFlashesAtOnceTheAddressIsCalledNextAndWhatFailsIsSeen() {
        try (Simulation whole = Simulation.start(machine.options())) {
            Person person = machine.person();
            person.insertCard();
            person.transfer("zh-CN");
            person.answer("help");
            await().atMost(SOON).until(() -> light().equals("quick"));
            assertThat(posts).as("the lobby is called by light alone").isEmpty();

            await().atMost(SOON).until(() -> !posts.isEmpty());
            JsonNode page = JsonMapper.builder().build().readTree(posts.get(0));
            assertThat(page.path("level").asInt()).isGreaterThan(1);
            assertThat(page.path("machine").asString()).isEqualTo("ATM-0001");
            assertThat(posts.get(0)).doesNotContain(Person.PAYEE, Person.ACCOUNT, "000018");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    ways(person).path("webhook").path("detail").asString())
                            .contains("answers 500"));
            assertThat(person.health().path("status").asString()).isEqualTo("degraded");
            assertThat(whole.missing()).isEmpty();

            answers = 204;
            await().atMost(SOON)
                    .until(() ->
                            ways(person).path("webhook").path("pagesWaiting").asInt() == 0);
            person.pullCard();
            await().atMost(SOON).until(() -> light().equals("off"));
            await().atMost(SOON).until(() -> posts.stream().anyMatch(post -> post.contains("\"state\":\"resolved\"")));
        }
    }

    private JsonNode ways(Person person) {
        return person.health().path("ways");
    }

    private String light() {
        var bench = new GuardConnection(URI.create("http://127.0.0.1:" + (machine.portBase() + 2)), () -> "");
        return bench.call(Call.get("/sim/terminal"))
                .path("lights")
                .path("statusSupervisor")
                .asString();
    }

    private void configure() throws IOException {
        Path secret = Files.writeString(folder.resolve("webhook.secret"), "A".repeat(43) + "=\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Path file = machine.config().resolve("kiosk.yaml");
        String section = """
                paging:
                  light: true
                  webhook: {uri: "http://127.0.0.1:%d/pages", secret: "%s"}
                  ways: {lobby-manager: [desk, light], head-of-branch: [desk, webhook, light]}
                """.formatted(pager.getAddress().getPort(), secret);
        Files.writeString(file, Files.readString(file).replace("paging:\n", section));
    }
}
