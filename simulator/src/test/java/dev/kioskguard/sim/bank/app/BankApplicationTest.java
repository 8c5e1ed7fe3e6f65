package dev.kioskguard.sim.bank.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.sim.bank.host.Host;
import dev.kioskguard.sim.bank.host.HostLine;
import dev.kioskguard.sim.bank.host.LedgerEntry;
import dev.kioskguard.sim.bank.host.TransferStatus;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.ScriptedGuard;
import dev.kioskguard.sim.http.ScriptedGuard.Answer;
import dev.kioskguard.sim.http.ScriptedGuard.Heard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BankApplicationTest {

    private static final String BEGAN =
            "{\"sessionId\":\"S1\",\"card\":{\"token\":\"t\",\"masked\":\"" + OneCard.MASKED + "\"}}";
    private static final LedgerEntry PAID = new LedgerEntry("T1", "jws", TransferStatus.PAID, Instant.EPOCH);
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final Host host = Mockito.mock(Host.class);
    private final HostLine line = new HostLine(host);
    private ScriptedGuard guard;
    private ApplicationBook book;
    private BankApplication application;

    @BeforeEach
    void open() throws IOException {
        guard = new ScriptedGuard()
                .when("GET /api/requests", heard -> new Answer(Answer.NONE, ""))
                .when("GET /api/health", 200, "{\"journal\":{\"checkpoint\":\"head\"}}")
                .when("POST /api/sessions/S1/pin-block", 200, "{\"pinBlock\":\"00112233445566FF\"}")
                .when("POST /api/sessions/S1/card", 200, "{}")
                .when("POST /api/transfers", 201, "{\"transferId\":\"T1\",\"state\":\"asking\"}")
                .when("GET /api/transfers/T1", 200, "{\"state\":\"cleared\",\"clearance\":\"jws\"}");
        Mockito.when(host.find("T1")).thenReturn(Optional.empty());
        start();
    }

    private void start() {
        book = ApplicationBook.open(folder.resolve("application.db"));
        application = new BankApplication(guard.connection(), line, book, new OneCard());
        application.start();
        await().atMost(SOON).until(() -> guard.isListenedTo("/api/events"));
    }

    private void stop() throws IOException {
        application.close();
        book.close();
        guard.breakOff("/api/events");
    }

    @AfterEach
    void close() {
        application.close();
        book.close();
        guard.close();
    }

    @Test
    void thePinIsAskedForWhenAVisitBeginsAndCheckedByTheIssuer() {
        begin();
        awaitPin(Visit.Pin.RIGHT);
        assertThat(guard.heard("POST /api/sessions/S1/pin-block"))
                .singleElement()
                .satisfies(heard -> {
                    assertThat(heard.body()).contains("\"format\":\"iso-0\"", "\"account\":\"6222020200112233\"");
                    assertThat(heard.authorization()).isEqualTo("Bearer token");
                });
        guard.send("/api/events", "visit-ended", "{\"sessionId\":\"S1\"}");
        await().atMost(SOON).until(() -> application.visit().isEmpty());
    }

    @Test
    void aPinThatIsWrongThreeTimesGivesTheCardBack() {
        guard.when("POST /api/sessions/S1/pin-block", 200, "{\"pinBlock\":\"0000000000000000\"}");
        begin();
        awaitPin(Visit.Pin.FAILED);
        await().atMost(SOON).until(() -> guard.heard("POST /api/sessions/S1/card"), given -> given.size() == 1);
        assertThat(guard.heard("POST /api/sessions/S1/pin-block")).hasSize(3);
    }

    @Test
    void aClearedTransferGoesToTheHostWithExactlyWhatWasAsked() {
        begin();
        awaitPin(Visit.Pin.RIGHT);
        assertThat(application.ask(visit(), body(), true)).isEqualTo("T1");
        ObjectNode sent = body().put("sessionId", "S1");
        sent.putObject("payer").put("elder", true);
        awaitFinished();
        Mockito.verify(host).submit("jws", sent);
        await().atMost(SOON)
                .untilAsserted(() -> Mockito.verify(host, Mockito.atLeast(2)).keepCheckpoint("head"));
    }

    @Test
    void aClearanceThatIsKeptBackReachesNoHost() {
        begin();
        awaitPin(Visit.Pin.RIGHT);
        application.ask(visit(), body(), false);
        awaitFinished();
        Mockito.verify(host, Mockito.never()).submit(Mockito.any(), Mockito.any());
    }

    @Test
    void aRefusedTransferIsForgottenAndTheGuardsAdvicePassedOn() {
        guard.when("POST /api/transfers", 422, "{\"detail\":\"payee.name is missing\"}");
        begin();
        assertThatThrownBy(() -> application.ask(visit(), body(), true))
                .isInstanceOfSatisfying(
                        GuardRefusedException.class, e -> assertThat(e.detail()).isEqualTo("payee.name is missing"));
        assertThat(book.unfinished()).isEmpty();
    }

    @Test
    void anUnfinishedTransferIsAskedAboutAgainAfterARestartAndNotPaidTwice() throws IOException {
        guard.when("GET /api/transfers/T1", heard -> new Answer(Answer.NONE, ""));
        begin();
        application.ask(visit(), body(), true);
        stop();
        Mockito.when(host.find("T1")).thenReturn(Optional.of(PAID));
        guard.when("GET /api/transfers/T1", 200, "{\"state\":\"cleared\",\"clearance\":\"jws\"}");
        start();
        awaitFinished();
        Mockito.verify(host, Mockito.atLeastOnce()).find("T1");
        Mockito.verify(host, Mockito.never()).submit(Mockito.any(), Mockito.any());
    }

    @Test
    void aTransferWhoseAnswerWasLostIsAskedForWithTheSameKey() {
        AtomicInteger tries = new AtomicInteger();
        guard.when(
                "POST /api/transfers",
                heard -> tries.getAndIncrement() == 0
                        ? new Answer(Answer.NONE, "")
                        : new Answer(201, "{\"transferId\":\"T1\"}"));
        begin();
        assertThatThrownBy(() -> application.ask(visit(), body(), true)).isNotNull();
        assertThat(book.unfinished()).hasSize(1);
        reconnect();
        awaitFinished();
        assertThat(guard.heard("POST /api/transfers"))
                .hasSizeGreaterThan(1)
                .extracting(Heard::key)
                .containsOnly("S1-1");
    }

    @Test
    void aLostAnswerOfTheHostIsMendedByAskingIt() {
        Mockito.when(host.submit(Mockito.any(), Mockito.any())).thenAnswer(call -> {
            Mockito.when(host.find("T1")).thenReturn(Optional.of(PAID));
            return PAID;
        });
        line.suffer(HostLine.Fault.LOST);
        begin();
        application.ask(visit(), body(), true);
        line.suffer(HostLine.Fault.NONE);
        awaitFinished();
        Mockito.verify(host, Mockito.atMostOnce()).submit(Mockito.any(), Mockito.any());
    }

    @Test
    void aRequestIsCarriedOutOnceThoughItsAcknowledgementGetsLost() {
        AtomicInteger tries = new AtomicInteger();
        guard.when(
                "POST /api/requests/R1/done",
                heard -> new Answer(tries.getAndIncrement() == 0 ? Answer.NONE : 204, ""));
        guard.when(
                "GET /api/requests",
                heard -> tries.get() < 2
                        ? new Answer(200, "[{\"id\":\"R1\",\"kind\":\"return-card\",\"sessionId\":\"S1\"}]")
                        : new Answer(Answer.NONE, ""));
        await().atMost(SOON).until(() -> guard.heard("POST /api/requests/R1/done"), done -> done.size() == 2);
        assertThat(guard.heard("POST /api/requests/R1/done"))
                .allSatisfy(done -> assertThat(done.body()).contains("\"ok\":true"));
        assertThat(guard.heard("POST /api/sessions/S1/card")).hasSize(1);
    }

    private void begin() {
        guard.send("/api/events", "visit-began", BEGAN);
        await().atMost(SOON).until(() -> application.visit().isPresent());
    }

    private void reconnect() {
        try {
            guard.breakOff("/api/events");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Visit visit() {
        return application.visit().orElseThrow();
    }

    private void awaitPin(Visit.Pin wanted) {
        await().atMost(SOON)
                .until(() -> application
                        .visit()
                        .map(Visit::pin)
                        .filter(pin -> pin == wanted)
                        .isPresent());
    }

    private void awaitFinished() {
        await().atMost(SOON).until(() -> book.unfinished().isEmpty());
    }

    private static ObjectNode body() {
        ObjectNode body = JsonMapper.builder().build().createObjectNode();
        body.putObject("amount").put("currency", "CNY").put("minor", 1);
        return body;
    }
}
