package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.kioskguard.app.wiring.RunningGuard;
import dev.kioskguard.sim.http.GuardRefusedException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What an engineer breaks at the bench is broken for the guard, and is well again when it is mended. */
@SuppressWarnings("try") // A customer is only there and gone again.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineersFaultsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Premises premises;
    private Simulation simulation;
    private Person person;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        logFailedSteps(false);
        premises = Premises.in(folder);
        simulation = Simulation.start(premises.options());
        person = premises.person();
    }

    /** One machine for all, as at a bench: whoever breaks it next finds it well, and with nobody at it. */
    @AfterEach
    void mendAndLeave() {
        List.of("disk", "network", "host").forEach(device -> person.breakDown(device, "none"));
        await().atMost(PATIENCE).until(() -> {
            person.pullCard();
            return !List.of("inside", "at-exit").contains(person.card())
                    && person.health().path("status").asString().equals("ok");
        });
    }

    @AfterAll
    void close() {
        simulation.close();
        logFailedSteps(true);
        Papers papers = Papers.of(premises.data(), List.of());
        assertThat(papers.broken()).isEmpty();
        assertThat(papers.replayed().disagreement()).isNull();
        assertThat(papers.replayed().agreed()).as("control").isPositive();
    }

    @ParameterizedTest
    @CsvSource({"full, make room on its disk", "dead, the disk of the journal reports errors"})
    void whatCannotBeWrittenIsNotCleared(String fault, String trouble) {
        person.insertCard();
        String id = person.transfer("zh-CN");
        person.breakDown("disk", fault);
        String head = head();
        assertThat(person.health().path("status").asString()).isEqualTo("refusing");
        assertThat(person.health().path("journal").path("trouble").asString()).contains(trouble);
        assertThat(person.health().path("transfersRefusedBecause").toString()).contains("journal-failed");
        try (var customer = HonestCustomer.at(person.screen())) {
            assertThatThrownBy(() -> person.answer("family-support"))
                    .isInstanceOfSatisfying(
                            GuardRefusedException.class,
                            refused -> assertThat(refused.status()).isEqualTo(503));
            assertThat(person.state(id).path("state").asString()).isEqualTo("asking");
            assertThat(head()).as("not a line was written").isEqualTo(head);

            person.breakDown("disk", "none");
            assertThat(person.health().path("status").asString()).isEqualTo("ok");
            await().atMost(PATIENCE).until(() -> person.state(id).has("verdict"));
        }
        assertThat(person.state(id).path("state").asString())
                .as("control: with a disk it is cleared")
                .isEqualTo("cleared");
        assertThat(head()).isNotEqualTo(head);
    }

    @Test
    void aFaultOfTheDiskEndsByItselfAfterItsTime() {
        person.breakDown("disk", "full", "PT1S");
        assertThat(person.health().path("status").asString()).isEqualTo("refusing");
        await().atMost(PATIENCE)
                .until(() -> person.health().path("status").asString().equals("ok"));
    }

    @Test
    void aSlowDiskWritesEverythingLate() {
        person.insertCard();
        person.breakDown("disk", "slow");
        long began = System.nanoTime();
        String id = person.transfer("zh-CN");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        assertThat(person.health().path("status").asString()).isEqualTo("ok");
        assertThat(person.state(id).path("state").asString()).isEqualTo("asking");
        person.breakDown("disk", "none");
        assertThat(person.health().path("status").asString()).isEqualTo("ok");
    }

    @ParameterizedTest
    @CsvSource({"lost", "dead"})
    void aCutNetworkEndsTheTransferAndTheCardComesBackWithIt(String fault) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(devices()).containsOnly("online"));
        knock(simulation.publisher());
        person.insertCard();
        String id = person.transfer("zh-CN");
        person.breakDown("network", fault);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(devices()).containsOnly("offline"));
        assertThat(person.health().path("status").asString()).isNotEqualTo("ok");
        assertThatThrownBy(() -> knock(simulation.publisher())).hasCauseInstanceOf(WebSocketHandshakeException.class);

        await().atMost(PATIENCE).until(() -> person.state(id).has("verdict"));
        assertThat(person.state(id).path("state").asString()).isIn("refused", "withdrawn", "expired");
        assertThat(person.state(id).has("clearance")).isFalse();
        assertThat(person.booked(id)).isEmpty();
        assertThat(person.card()).isEqualTo("inside");

        person.breakDown("network", "none");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(devices()).containsOnly("online"));
        await().atMost(PATIENCE).until(() -> !person.card().equals("inside"));
        person.pullCard();
        person.insertCard();
        assertThat(person.card()).as("control: it goes on").isEqualTo("inside");
    }

    @Test
    void aSlowNetworkIsStillANetwork() {
        person.breakDown("network", "slow");
        long began = System.nanoTime();
        person.insertCard();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(devices()).containsOnly("online");
        person.breakDown("network", "none");
        assertThat(person.state(person.transfer("zh-CN")).path("state").asString())
                .isEqualTo("asking");
    }

    @Test
    void aBrokerThatIsNotThereCannotBeBroken() {
        assertThatThrownBy(() -> person.breakDown("broker", "dead"))
                .isInstanceOfSatisfying(GuardRefusedException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.detail())
                            .contains("the desk is served by the guard itself", "./kiosk simulate --broker");
                });
        person.breakDown("host", "dead");
        assertThat(person.health().path("status").asString())
                .as("control: another line can")
                .isEqualTo("ok");
    }

    private static void knock(URI publisher) {
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(publisher, new WebSocket.Listener() {})
                .join()
                .abort();
    }

    private List<String> devices() {
        return person.health()
                .path("devices")
                .valueStream()
                .map(device -> device.path("state").asString())
                .toList();
    }

    private String head() {
        return person.health().path("journal").path("head").asString();
    }

    /** The guard logs each step that it cannot write; here that is what is wanted. */
    private static void logFailedSteps(boolean on) {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(RunningGuard.class)
                .setLevel(on ? null : Level.OFF);
    }
}
