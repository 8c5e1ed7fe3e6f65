package dev.kioskguard.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.device.CardData;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.state.CardNames;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.vision.NothingToSee;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostedTerminalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final CardData CARD = new CardData("6222020000000000018=30121010000000000000");

    private final RunnerBench bench = new RunnerBench(GuardState.EMPTY).started();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final CardReader reader = mock(CardReader.class);
    private final AtomicInteger sessions = new AtomicInteger();
    private final Pad pad = new Pad(mock(PinPad.class), new Eyes(new NothingToSee("no camera here")), bench.guard);
    private HostedTerminal terminal;
    private DataDirectory data;
    private final BlockingQueue<CompletableFuture<CardData>> accepting = new LinkedBlockingQueue<>();
    private volatile Consumer<CardPlace> moved = place -> {};

    @BeforeEach
    void start(@TempDir Path folder) {
        data = DataDirectory.open(folder);
        var tokens = new CardTokens(data, () -> RunnerBench.NOON, new SecureRandom());
        terminal = new HostedTerminal(reader, pad, new KnownCards(tokens, CardNames.NONE), bench.guard, thread);
        when(reader.status()).thenReturn(DeviceStatus.ONLINE);
        when(reader.place()).thenReturn(CardPlace.NONE);
        when(reader.eject(any())).thenReturn(CompletableFuture.completedFuture(null));
        when(reader.accept(any())).thenAnswer(call -> {
            var card = new CompletableFuture<CardData>();
            accepting.add(card);
            return card;
        });
        doAnswer(call -> moved = call.getArgument(0)).when(reader).onPlace(any());
        terminal.start(() -> "s-" + sessions.incrementAndGet());
        verify(reader, timeout(PATIENCE.toMillis())).accept(any());
    }

    @AfterEach
    void close() {
        terminal.close();
        thread.shutdownNow();
        bench.close();
        data.close();
    }

    @Test
    void aCardThatIsPulledWhileNothingCanBeWrittenStillEndsItsVisit() {
        insert();
        await().atMost(PATIENCE).until(() -> bench.guard.state().visit() != null);
        bench.diskFull = true;

        moved.accept(CardPlace.NONE);
        bench.awaitTrouble();
        insertAgain(2);
        verify(reader, timeout(PATIENCE.toMillis())).eject(any());
        moved.accept(CardPlace.NONE);
        bench.awaitTrouble();
        assertThat(bench.guard.state().visit()).as("control").isNotNull();
        bench.diskFull = false;

        await().atMost(PATIENCE).until(() -> bench.guard.state().visit() == null);
        assertThat(bench.kinds()).containsExactly("VisitBegan", "VisitEnded");
        insertAgain(3);
        await().atMost(PATIENCE).until(() -> bench.guard.state().visit() != null);
    }

    @Test
    void aCardWhoseVisitCannotBeginIsGivenBack() {
        bench.diskFull = true;

        insert();

        verify(reader, timeout(PATIENCE.toMillis())).eject(any());
        assertThat(terminal.card()).isEmpty();
        bench.diskFull = false;
        moved.accept(CardPlace.NONE);
        insertAgain(2);
        await().atMost(PATIENCE).until(() -> bench.guard.state().visit() != null);
        assertThat(terminal.card()).isPresent();
        verify(reader, times(1)).eject(any());
    }

    @Test
    void aReaderServesWhenItWaitsForACardAndNotWhileItIsAway() {
        await().atMost(PATIENCE).until(terminal::isServing);
        verify(reader, never()).eject(any());
        when(reader.status()).thenReturn(new DeviceStatus(DeviceStatus.State.OFFLINE, "unplugged"));
        slot().completeExceptionally(new IllegalStateException("gone"));
        await().atMost(PATIENCE).until(() -> !terminal.isServing());
    }

    private void insert() {
        slot().complete(CARD);
    }

    /** Returns what the reader waits for a card with; only then has it begun to. */
    private CompletableFuture<CardData> slot() {
        try {
            return Objects.requireNonNull(
                    accepting.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "nobody waits for a card");
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a test", e);
        }
    }

    private void insertAgain(int time) {
        verify(reader, timeout(PATIENCE.toMillis()).times(time)).accept(any());
        insert();
    }
}
