package dev.kioskguard.sim.bank.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.sim.bank.app.ApplicationBook;
import dev.kioskguard.sim.bank.app.GuardApi;
import dev.kioskguard.sim.bank.app.Terminal;
import dev.kioskguard.sim.bank.app.Visit;
import dev.kioskguard.sim.bank.host.Host;
import dev.kioskguard.sim.bank.host.HostLine;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.ScriptedGuard;
import dev.kioskguard.sim.http.ScriptedGuard.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BesideApplicationTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final Terminal reader = Mockito.mock(Terminal.class);
    private final AtomicBoolean asksForTheCard = new AtomicBoolean();
    private ScriptedGuard guard;
    private ApplicationBook book;
    private BesideApplication application;

    @BeforeEach
    void open() throws IOException {
        guard = new ScriptedGuard()
                .when(
                        "GET /api/requests",
                        heard -> asksForTheCard.getAndSet(false)
                                ? new Answer(200, "[{\"id\":\"R1\",\"kind\":\"return-card\",\"sessionId\":\"S1\"}]")
                                : new Answer(Answer.NONE, ""))
                .when("POST /api/requests/R1/done", 204, "")
                .when("GET /api/health", 200, "{}")
                .when("POST /api/sessions", 201, "{\"sessionId\":\"S1\"}")
                .when("DELETE /api/sessions/S1", 204, "")
                .when("PUT /api/sessions/S1/mode", 204, "")
                .when("POST /api/sessions/S1/keys", 204, "")
                .when("POST /api/transfers", 201, "{\"transferId\":\"T1\"}")
                .when("GET /api/transfers/T1", 200, "{\"state\":\"stopped\"}");
        book = ApplicationBook.open(folder.resolve("application.db"));
        HostLine line = new HostLine(Mockito.mock(Host.class));
        application = new BesideApplication(new GuardApi(guard.connection()), "ATM-1", line, book, reader);
        application.start();
    }

    @AfterEach
    void close() {
        application.close();
        book.close();
        guard.close();
    }

    @Test
    void aVisitIsOpenedLentAndTakenBackInDueOrder() throws InterruptedException {
        Visit begun = application.begin("token", "622202*********0018", "zh");
        application.announcePin(begun);
        application.pinDone(begun, true);
        Visit visit = application.awaitVisit(Optional::isPresent, SOON).orElseThrow();
        assertThat(visit.pin()).isEqualTo(Visit.Pin.RIGHT);
        application.ask(visit, body(), true);
        application.pressed(visit, List.of("1", "enter"));
        await().atMost(SOON).until(() -> modes().size() == 4);
        assertThat(modes()).containsExactly("pin", "own", "guard", "own");
        application.end(visit);
        assertThat(application.awaitVisit(Optional::isEmpty, SOON)).isEmpty();
        assertThat(guard.heard("POST /api/sessions").get(0).body()).contains("\"terminalId\":\"ATM-1\"", "\"masked\"");
        assertThat(guard.heard("POST /api/sessions/S1/keys").get(0).body()).isEqualTo("{\"keys\":[\"1\",\"enter\"]}");
        assertThat(guard.heard("DELETE /api/sessions/S1")).hasSize(1);
    }

    @Test
    void aRefusedTransferGivesScreenAndKeysBackAtOnce() {
        guard.when("POST /api/transfers", 422, "{\"detail\":\"no\"}");
        Visit visit = application.begin("token", "masked", "zh");
        assertThatThrownBy(() -> application.ask(visit, body(), true)).isInstanceOf(GuardRefusedException.class);
        assertThat(modes()).containsExactly("guard", "own");
    }

    @Test
    void theCardIsGivenBackByTheApplicationsOwnReader() {
        asksForTheCard.set(true);
        await().atMost(SOON).until(() -> guard.heard("POST /api/requests/R1/done"), done -> done.size() == 1);
        Mockito.verify(reader).returnCard("S1");
    }

    private List<String> modes() {
        return guard.heard("PUT /api/sessions/S1/mode").stream()
                .map(heard -> heard.body().replaceAll(".*:\"([a-z]+)\".*", "$1"))
                .toList();
    }

    private static ObjectNode body() {
        return JsonMapper.builder().build().createObjectNode();
    }
}
