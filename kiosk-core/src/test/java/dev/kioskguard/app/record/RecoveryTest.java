package dev.kioskguard.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.run.GuardCore;
import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.vision.Signal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class RecoveryTest {

    private static final Instant NOON = RunnerBench.NOON;

    private final Journal journal = new MemoryJournal(new SecureRandom());
    private final JournalRecorder recorder = new JournalRecorder(journal);
    private final GuardCore core =
            new GuardCore(GuardState.EMPTY, RunnerBench.POLICY, recorder, new Random(1), effect -> {});

    @Test
    void aRestartFindsThePolicyHoweverLongAgoTheGuardWasStarted() {
        recorder.policy(NOON, PolicyLine.of(RunnerBench.POLICY, "pack"));
        write(Recovery.LINES_MAX);
        core.take(RunnerBench.began(NOON, "s-1"));

        Recovery recovery = Recovery.read(journal);

        assertThat(journal.head().sequence())
                .as("control: the first policy line lies before what is read back")
                .isGreaterThan(Recovery.LINES_MAX + 1);
        assertThat(recovery.state().visit())
                .as("what was open")
                .isEqualTo(core.state().visit());
        assertThat(replayed().disagreement()).isNull();
        assertThat(replayed().agreed()).isEqualTo(Recovery.LINES_MAX + 1);
    }

    @Test
    void aRestartHoursAfterVoiceAndScreenCameFindsTheTransferThatWasOpen() {
        recorder.policy(NOON, PolicyLine.of(RunnerBench.POLICY, "pack"));
        core.take(new GuardEvent.VoiceChanged(NOON, true));
        core.take(new GuardEvent.ScreenChanged(NOON, true));
        Instant later = NOON.plus(Recovery.CLEARANCES_BACK.multipliedBy(3));
        core.take(RunnerBench.began(later, "s-1"));
        core.take(new GuardEvent.TransferRequested(
                later, "t-1", "s-1", RunnerBench.REQUEST, null, null, LookUp.NOTHING, null));
        assertThat(core.state().open())
                .as("control: with both of them it is taken")
                .isNotNull();

        Recovery recovery = Recovery.read(journal);

        assertThat(recovery.state()).isEqualTo(core.state());
    }

    @Test
    void aLineThatIsDecidedOtherwiseTodayForgetsNoCardAndMakesUpNothing() {
        recorder.policy(NOON, PolicyLine.of(RunnerBench.POLICY, "pack"));
        core.take(new GuardEvent.VoiceChanged(NOON, true));
        core.take(new GuardEvent.ScreenChanged(NOON, true));
        core.take(RunnerBench.began(NOON, "s-1"));
        core.take(new GuardEvent.TransferRequested(
                NOON, "t-1", "s-1", RunnerBench.REQUEST, null, null, LookUp.NOTHING, null));
        ObjectNode otherwise = EventCodec.JSON.createObjectNode().put(JournalRecorder.CHANCE, 0);
        otherwise
                .putArray(JournalRecorder.MOVES)
                .addArray()
                .add("t-1")
                .add("ASK_PURPOSE")
                .add("X")
                .add("WARNING");
        otherwise.putArray(JournalRecorder.ENDED);
        otherwise.set(JournalRecorder.EVENT, EventCodec.write(new GuardEvent.VoiceChanged(NOON, true)));
        journal.append(new Entry(NOON, "VoiceChanged", null, otherwise, null));

        Recovery recovery = Recovery.read(journal);

        assertThat(recovery.state().cards()).isEqualTo(core.state().cards()).isNotEmpty();
        assertThat(recovery.state().open()).isNull();
    }

    @Test
    void whatOneStepRemembersOfSeveralCardsIsAllRead() {
        recorder.policy(NOON, PolicyLine.of(RunnerBench.POLICY, "pack"));
        GuardState both = remembering(2);
        var step = new Decision(both, List.of(), List.of(), Reply.TAKEN);
        recorder.write(new GuardEvent.VoiceChanged(NOON, false), 0, GuardState.EMPTY, step);
        core.take(new GuardEvent.VoiceChanged(NOON.plus(Recovery.CLEARANCES_BACK.multipliedBy(2)), true));

        assertThat(Recovery.read(journal).state().cards()).isEqualTo(both.cards());
    }

    @Test
    void moreCardsThanALineHoldsAreTakenAlongPastTheLinesThatToldOfThem() {
        GuardState many = remembering(1_000);
        assertThat(EventCodec.write(many.cards()).toString()).as("control").hasSizeGreaterThan(2 * Line.LENGTH_MAX);
        var busy = new GuardCore(many, RunnerBench.POLICY, recorder, new Random(1), effect -> {});
        recorder.policy(NOON, PolicyLine.of(RunnerBench.POLICY, "pack"));
        for (int i = 0; i <= JournalRecorder.STANDING_EVERY_LINES; i++) {
            busy.take(new GuardEvent.SignalChanged(NOON, Signal.PAPER_NOTE, i % 2 == 0));
        }
        busy.take(new GuardEvent.VoiceChanged(NOON.plus(Recovery.CLEARANCES_BACK.multipliedBy(2)), true));

        Recovery recovery = Recovery.read(journal);

        assertThat(recovery.state().cards()).isEqualTo(many.cards());
        assertThat(recovery.state().cards().keySet())
                .as("the one touched longest ago first")
                .containsExactlyElementsOf(many.cards().keySet());
    }

    private static GuardState remembering(int cards) {
        GuardState state = GuardState.EMPTY;
        for (int i = 0; i < cards; i++) {
            state = state.remembering(
                    "card-" + i, CardMemory.nothing(NOON).asked(NOON).stopped(NOON.plusSeconds(i), NOON));
        }
        return state;
    }

    @Test
    void thePolicyIsRepeatedBeforeAStepsLineAndOnlySoOften() {
        recorder.policy(NOON, PolicyLine.of(RunnerBench.POLICY, "pack"));
        write(2 * JournalRecorder.STANDING_EVERY_LINES + 1);

        var standing = new ArrayList<Line>();
        journal.all().forEach(line -> {
            if (line.fields().kind().equals(JournalRecorder.POLICY)) {
                standing.add(line);
            }
        });
        assertThat(standing)
                .extracting(Line::sequence)
                .containsExactly(
                        1L, 2L + JournalRecorder.STANDING_EVERY_LINES, 3L + 2 * JournalRecorder.STANDING_EVERY_LINES);
        assertThat(journal.lines(journal.head().sequence() - 1, 1))
                .as("the head is a step's line, which a clearance may name")
                .allMatch(line -> line.fields().kind().equals("SignalChanged"));
    }

    private void write(int lines) {
        for (int i = 0; i < lines; i++) {
            core.take(new GuardEvent.SignalChanged(NOON, Signal.PAPER_NOTE, i % 2 == 0));
        }
    }

    private Replay.Outcome replayed() {
        var replay = new Replay(journal::personal, GuardState.EMPTY);
        journal.all().forEach(replay::take);
        return replay.outcome();
    }
}
