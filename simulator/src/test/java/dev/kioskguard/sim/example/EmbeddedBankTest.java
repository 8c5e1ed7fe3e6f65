package dev.kioskguard.sim.example;

import static dev.kioskguard.sim.standin.Honest.WISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.app.embed.EmbeddedGuard;
import dev.kioskguard.app.list.ListCommand;
import dev.kioskguard.app.verb.CommandLines;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.risk.PayeeLookUps;
import dev.kioskguard.risk.PayeeLookUps.Finding;
import dev.kioskguard.sim.example.EmbeddedBank.Receipt;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.standin.StandIn;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.wire.TerminalServices;
import dev.kioskguard.transfer.EndState;
import dev.kioskguard.transfer.GateRefusedException;
import dev.kioskguard.transfer.TransferGate.Asked;
import dev.kioskguard.transfer.TransferGate.Card;
import dev.kioskguard.transfer.Verdict;
import dev.kioskguard.transfer.clearance.ClearanceVerifier;
import dev.kioskguard.transfer.clearance.UsedClearances;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EmbeddedBankTest {

    private static final String TERMINAL = "ATM-0001";
    private static final int PACE = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Card CARD = new Card("token-1", "622202******0001");

    @TempDir
    Path folder;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Alarms alarms = Alarms.on(clock);
    private final ServiceHost wire =
            TerminalServices.openAt(0, new Terminal(alarms, new SplittableRandom(1), "KG-0001"), alarms);
    private EmbeddedGuard guard;
    private Time time;
    private GuardConnection screen;
    private EmbeddedBank bank;

    @BeforeEach
    void start() throws IOException {
        Path data = folder.resolve("data");
        time = Time.paced(InstantSource.system(), InstantSource.system().instant(), PACE);
        guard = EmbeddedGuard.start(config(), data, last -> time);
        screen = new GuardConnection(guard.screenUri().resolve("/"), () -> read(data.resolve("screen.token")));
        var host = new ClearanceVerifier(guard::clearanceKeys, UsedClearances.inMemory(100));
        bank = new EmbeddedBank(guard, host, TERMINAL, time);
    }

    @AfterEach
    void stop() {
        guard.close();
        wire.close();
        clock.shutdownNow();
    }

    @Test
    void anHonestTransferIsClearedAndTheHostTakesItOnce() {
        try (var customer = new QuickCustomer(screen, "family-support");
                var page = new StandIn(screen, alarms, customer)) {
            ready(page);

            Receipt receipt = done(bank.serve(CARD, WISH));

            assertThat(receipt.answer().verdict().end()).isEqualTo(EndState.CLEARED);
            assertThat(receipt.answer().mayGo()).isTrue();
            assertThat(receipt.accepted())
                    .as("by a host that knows only the keys")
                    .isTrue();
        }
    }

    @Test
    void aBaitAnswerTwiceEndsWithoutAClearanceAndAsksForTheCard() {
        try (var customer = new QuickCustomer(screen, "safe-account");
                var page = new StandIn(screen, alarms, customer)) {
            ready(page);

            Receipt receipt = done(bank.serve(CARD, WISH));

            assertThat(receipt.answer().verdict().end()).isEqualTo(EndState.STOPPED);
            assertThat(receipt.answer().verdict().reasons()).contains("bait-confirmed");
            assertThat(receipt.answer().clearance()).isNull();
            assertThat(receipt.accepted()).isFalse();
            await().atMost(PATIENCE).until(() -> guard.requests().isEmpty());
        }
    }

    @Test
    void whatTheApplicationTakesBackIsWithdrawn() {
        try (var page = new StandIn(screen, alarms, (shown, hand) -> {})) {
            ready(page);
            var gate = guard.gate();
            String visit = done(gate.openVisit(CARD, "zh-CN"));
            Asked asked = done(gate.mayGo(visit, WISH));

            done(gate.withdraw(asked.transferId()));

            assertThat(done(asked.answer()).verdict().end()).isEqualTo(EndState.WITHDRAWN);
            done(gate.withdraw(asked.transferId()));
        }
    }

    @Test
    void withoutAVisitNothingIsAskedAndTheRefusalSaysWhatToDo() {
        assertThatThrownBy(() -> done(guard.gate().mayGo("none", WISH)))
                .hasRootCauseInstanceOf(GateRefusedException.class)
                .hasMessageContaining("begin one");
    }

    @Test
    void aPayeeOnTheSignedListIsRefusedAndHealthTellsHowOldTheListIs() throws IOException {
        startAgain(withAList(WISH.payee().account()), null);
        try (var page = new StandIn(screen, alarms, (shown, hand) -> {})) {
            ready(page);
            String visit = done(guard.gate().openVisit(CARD, "zh-CN"));

            Verdict verdict =
                    done(done(guard.gate().mayGo(visit, WISH)).answer()).verdict();

            assertThat(verdict.end()).isEqualTo(EndState.REFUSED);
            assertThat(verdict.reasons()).contains("listed-payee");
            JsonNode health = health();
            assertThat(health.path("suspects").path("entries").asInt()).isEqualTo(1);
            assertThat(health.path("suspects").path("age").asString()).startsWith("PT");
            assertThat(health.path("suspects").path("old").asBoolean(true)).isFalse();
            assertThat(health.path("risk").path("version").asString()).isNotEmpty();
        }
    }

    @Test
    void whatTheBanksOwnLookUpSaysStandsInTheVerdict() throws IOException {
        startAgain(folder.resolve("config"), request -> CompletableFuture.completedFuture(Finding.WARNED));
        try (var page = new StandIn(screen, alarms, (shown, hand) -> {})) {
            ready(page);
            String visit = done(guard.gate().openVisit(CARD, "zh-CN"));
            Asked asked = done(guard.gate().mayGo(visit, WISH));

            done(guard.gate().withdraw(asked.transferId()));

            assertThat(done(asked.answer()).verdict().reasons()).contains("lookup-warned");
            assertThat(health().has("suspects"))
                    .as("no list is configured here")
                    .isFalse();
        }
    }

    private void startAgain(Path config, @Nullable PayeeLookUps lookUps) {
        guard.close();
        Path data = folder.resolve("data");
        guard = EmbeddedGuard.start(config, data, last -> time, lookUps);
        screen = new GuardConnection(guard.screenUri().resolve("/"), () -> read(data.resolve("screen.token")));
    }

    /** The configuration of this test's guard, with a list on which this account stands. */
    private Path withAList(String account) throws IOException {
        Path config = folder.resolve("config");
        Path issuer = folder.resolve("issuer");
        Path accounts = Files.writeString(folder.resolve("accounts.txt"), account + "\n");
        Path list = config.resolve("suspects.jws");
        String[] verb = {"sign", "--keys", issuer.toString(), "--out", list.toString(), accounts.toString()};
        assertThat(CommandLines.of(new ListCommand()).execute(verb)).isZero();
        String lists = "lists: {suspects: suspects.jws, trust: %s}%n".formatted(issuer.resolve("clearance-keys.json"));
        Files.writeString(config.resolve("kiosk.yaml"), lists, StandardOpenOption.APPEND);
        return config;
    }

    private JsonNode health() {
        var api = new GuardConnection(
                guard.screenUri().resolve("/"),
                () -> read(folder.resolve("data").resolve("api.token")));
        return api.call(Call.get("/api/health"));
    }

    /** Waits until the guard has its page and its speaker: without either it refuses before it asks. */
    private void ready(StandIn page) {
        page.connect();
        await().atMost(PATIENCE)
                .until(() -> health().path("transfersRefusedBecause").isEmpty());
    }

    /** The project's own configuration, for an application that owns the machine, with the terminal of this test. */
    private Path config() {
        return BesideConfig.of(folder.resolve("config"), wire.publisher().getPort());
    }

    private static String read(Path token) {
        try {
            return Files.readString(token).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
