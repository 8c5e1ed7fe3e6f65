package dev.kioskguard.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.record.JournalRecorder;
import dev.kioskguard.app.record.PolicyLine;
import dev.kioskguard.app.verb.CommandLines;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.sqlite.SqliteJournal;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.run.GuardCore;
import dev.kioskguard.guard.run.RunnerBench;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.risk.LookUp;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReplayTest {

    private static final Instant NOON = RunnerBench.NOON;

    @TempDir
    Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void stepsThatAreDecidedAgainAsTheyWereAgree() {
        written(RunnerBench.POLICY);

        assertThat(replay()).isZero();
        assertThat(out.toString())
                .isEqualTo("agrees: 5 steps decided again as they were written, 0 could not be read\n");
    }

    @Test
    void aStepThatWasDecidedOtherwiseThanItsPolicySaysIsNamed() {
        Policy policy = RunnerBench.POLICY;
        Limits usual = policy.limits();
        var impatient = new Limits(
                Duration.ofMinutes(1),
                usual.held(),
                usual.hangUp(),
                usual.callOver(),
                usual.pause(),
                usual.result(),
                usual.keyRepeat(),
                usual.stopMemory(),
                usual.dwell(),
                usual.voiceMax());
        written(new Policy(impatient, policy.script(), policy.risk(), policy.site()));

        assertThat(replay()).isOne();
        assertThat(out.toString()).matches("disagrees: line \\d+: written .*, decided now .*\\n");
    }

    @Test
    void whatCannotBeReadIsCountedAndNeverAgreed() throws Exception {
        written(RunnerBench.POLICY);
        Files.delete(data.resolve(SqliteJournal.KEY_FILE));

        replay();
        assertThat(out.toString()).doesNotContain("agrees: 5 steps").doesNotEndWith(" 0 could not be read\n");
    }

    /** Writes a transfer up to its first question, decided by a policy that the journal need not name. */
    private void written(Policy decidedBy) {
        try (DataDirectory directory = DataDirectory.open(data);
                Journal journal = SqliteJournal.open(directory, NOON, new SecureRandom())) {
            var recorder = new JournalRecorder(journal);
            recorder.policy(NOON, PolicyLine.of(RunnerBench.POLICY, "pack"));
            var core = new GuardCore(GuardState.EMPTY, decidedBy, recorder, new Random(1), effect -> {});
            core.take(new GuardEvent.VoiceChanged(NOON, true));
            core.take(new GuardEvent.ScreenChanged(NOON, true));
            core.take(RunnerBench.began(NOON, "s-1"));
            core.take(new GuardEvent.TransferRequested(
                    NOON, "t-1", "s-1", RunnerBench.REQUEST, null, null, LookUp.NOTHING, null));
            core.take(new GuardEvent.TimePassed(NOON.plusSeconds(90)));
            core.take(new GuardEvent.TransferWithdrawn(NOON.plusSeconds(95), "t-1"));
        }
    }

    private int replay() {
        return CommandLines.of(new JournalCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("replay", data.resolve(SqliteJournal.FILE).toString());
    }
}
