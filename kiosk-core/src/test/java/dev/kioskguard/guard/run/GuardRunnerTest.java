package dev.kioskguard.guard.run;

import static dev.kioskguard.guard.run.RunnerBench.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.audit.JournalException;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.vision.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardRunnerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private RunnerBench bench = new RunnerBench(GuardState.EMPTY.with(Means.ALL));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aFactThatCouldNotBeWrittenIsWrittenOnceThereIsRoom() {
        bench.started();
        bench.taken(at -> RunnerBench.began(at, "s-1"));
        bench.diskFull = true;

        bench.guard.report("visit ended", at -> new GuardEvent.VisitEnded(at, "s-1"));
        bench.awaitTrouble();
        assertThat(bench.guard.state().visit()).as("control").isNotNull();
        assertThat(bench.guard.lastTrouble()).isInstanceOf(JournalException.class);
        bench.diskFull = false;

        await().atMost(PATIENCE).until(() -> bench.guard.state().visit() == null);
        assertThat(bench.kinds()).containsExactly("VisitBegan", "VisitEnded");
        await().atMost(PATIENCE).until(() -> bench.guard.lastTrouble() == null);
    }

    @Test
    void nothingOfferedLaterIsDecidedBeforeWhatIsOwed() {
        bench.started();
        bench.taken(at -> RunnerBench.began(at, "s-1"));
        bench.diskFull = true;
        bench.guard.report("visit ended", at -> new GuardEvent.VisitEnded(at, "s-1"));

        assertThatThrownBy(() -> bench.taken(GuardEvent.TimePassed::new))
                .as("an event that would change nothing, and so needs no line")
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(JournalException.class);
        bench.diskFull = false;

        assertThat(bench.taken(at -> RunnerBench.began(at, "s-2")))
                .as("the visit before has ended by then")
                .isInstanceOf(Reply.Taken.class);
        assertThat(bench.kinds()).containsExactly("VisitBegan", "VisitEnded", "VisitBegan");
    }

    @Test
    void owedFactsKeepTheirOrderAndTheLatestOfANameCounts() {
        bench.started();
        bench.diskFull = true;
        bench.guard.report("speaker mute", at -> new GuardEvent.VoiceChanged(at, false));
        bench.guard.report("speaker heard", at -> new GuardEvent.VoiceChanged(at, true));
        bench.guard.report("screen lost", at -> new GuardEvent.ScreenChanged(at, false));
        bench.guard.report("speaker mute", at -> new GuardEvent.VoiceChanged(at, false));
        bench.awaitTrouble();
        bench.diskFull = false;

        await().atMost(PATIENCE).until(() -> !bench.guard.state().means().voice());
        assertThat(bench.kinds())
                .as("heard changed nothing, as mute now comes after it")
                .containsExactly("ScreenChanged", "VoiceChanged");
        assertThat(bench.guard.state().means().screen()).isFalse();
    }

    @Test
    void aFactThatTheGuardDeclinesIsSettled() {
        bench.started();
        bench.guard.report("visit ended", at -> new GuardEvent.VisitEnded(at, "nobody"));
        assertThat(bench.taken(at -> RunnerBench.began(at, "s-1"))).isInstanceOf(Reply.Taken.class);
        assertThat(bench.guard.lastTrouble()).isNull();
    }

    @Test
    void noMoreFactsAreOwedThanTheLimit() {
        for (int i = 0; i < OwedFacts.FACTS_MAX; i++) {
            bench.guard.report("fact " + i, at -> new GuardEvent.SignalChanged(at, Signal.PAPER_NOTE, true));
        }
        bench.guard.report("fact 0", at -> new GuardEvent.SignalChanged(at, Signal.PAPER_NOTE, true));
        assertThatThrownBy(() ->
                        bench.guard.report("one more", at -> new GuardEvent.SignalChanged(at, Signal.PAPER_NOTE, true)))
                .hasMessageContaining(String.valueOf(OwedFacts.FACTS_MAX));
    }

    @Test
    void aClockThatFallsBackIsToldEvenIfItCouldNotBeWrittenThen() {
        bench.started();
        bench.taken(at -> RunnerBench.began(at, "s-1"));
        bench.diskFull = true;
        bench.clock.set(NOON.minusSeconds(3600));
        assertThatThrownBy(() -> bench.taken(GuardEvent.TimePassed::new)).hasCauseInstanceOf(JournalException.class);
        bench.diskFull = false;

        await().atMost(PATIENCE).until(() -> !bench.guard.state().means().clock());
    }

    @Test
    void aStartWithAClockBehindTheJournalIsNotForgottenByTheRestart() {
        bench.close();
        bench = new RunnerBench(GuardState.EMPTY, NOON.plusSeconds(3600));
        var restarted = bench.guard.offer(GuardEvent.Restarted::new).toCompletableFuture();
        bench.started();
        restarted.join();

        bench.taken(at -> new GuardEvent.VoiceChanged(at, true));

        assertThat(bench.guard.state().means()).isEqualTo(new Means(true, false, false, false));
    }

    @Test
    void everyEffectIsTriedAndTheReplySaysThatTheStepIsWritten() {
        var tried = new ArrayList<Effect>();
        bench.hands = effect -> {
            tried.add(effect);
            if (effect instanceof Effect.Show || effect instanceof Effect.TellVisit) {
                throw new IllegalStateException("broken hand");
            }
        };
        bench.started();

        Reply reply = bench.taken(at -> RunnerBench.began(at, "s-1"));
        bench.taken(at -> new GuardEvent.VisitEnded(at, "s-1"));

        assertThat(reply).isEqualTo(new Reply.Taken("s-1", "open"));
        assertThat(tried).as("control").hasSizeGreaterThan(1);
        assertThat(bench.kinds()).containsExactly("VisitBegan", "VisitEnded");
        assertThat(bench.guard.lastTrouble()).as("the journal is well").isNull();
        assertThat(bench.guard.lastUndone()).hasMessageContaining("TellVisit").hasMessageContaining("restart");
        assertThat(bench.troubles).hasSize(2).allMatch(UndoneException.class::isInstance);
    }

    @Test
    void theEffectsAfterABrokenOneStillComeAbout() {
        bench.started();
        bench.taken(at -> RunnerBench.began(at, "s-1"));
        bench.done.clear();
        bench.hands = effect -> {
            bench.done.add(effect);
            if (bench.done.size() == 1) {
                throw new IllegalStateException("broken hand");
            }
        };

        bench.taken(GuardRunnerTest::asked);

        assertThat(bench.guard.lastUndone()).as("control").isNotNull();
        assertThat(bench.done).hasSizeGreaterThan(1).hasAtLeastOneElementOfType(Effect.Tell.class);
    }

    @Test
    void withoutItsLineNoEffectComesAboutAndWithItTheLineIsThereFirst() {
        bench.started();
        bench.taken(at -> RunnerBench.began(at, "s-1"));
        bench.done.clear();
        bench.diskFull = true;

        assertThatThrownBy(() -> bench.taken(GuardRunnerTest::asked)).hasCauseInstanceOf(JournalException.class);
        assertThat(bench.done).as("what came about without a line").isEmpty();
        assertThat(bench.guard.state().open()).isNull();

        bench.diskFull = false;
        int before = bench.written.size();
        var linesThen = new ArrayList<Integer>();
        bench.hands = effect -> linesThen.add(bench.written.size());
        bench.taken(GuardRunnerTest::asked);
        assertThat(linesThen)
                .as("each effect found the line of its step")
                .isNotEmpty()
                .containsOnly(before + 1);
    }

    @Test
    void aFullInboxSendsAwayAtOnceAndNothingOfItComesAbout() {
        for (int i = 0; i < RunnerBench.INBOX_EVENTS_MAX; i++) {
            assertThat(bench.guard.offer(GuardEvent.TimePassed::new)).isNotDone();
        }

        var oneMore = bench.guard.offer(at -> RunnerBench.began(at, "s-1")).toCompletableFuture();

        assertThat(oneMore)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(InboxFullException.class);
        bench.started();
        await().atMost(PATIENCE).until(() -> bench.guard.taken() >= RunnerBench.INBOX_EVENTS_MAX);
        assertThat(bench.kinds()).isEmpty();
        assertThat(bench.done).isEmpty();
        assertThat(bench.taken(at -> RunnerBench.began(at, "s-2")))
                .as("control: it takes more once there is room")
                .isEqualTo(new Reply.Taken("s-2", "open"));
    }

    private static GuardEvent asked(Instant at) {
        return new GuardEvent.TransferRequested(
                at, "t-1", "s-1", RunnerBench.REQUEST, null, null, LookUp.NOTHING, null);
    }
}
