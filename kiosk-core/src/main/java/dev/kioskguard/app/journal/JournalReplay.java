package dev.kioskguard.app.journal;

import dev.kioskguard.app.record.Replay;
import dev.kioskguard.audit.sqlite.JournalReader;
import dev.kioskguard.guard.state.GuardState;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb that decides every step of a journal anew and says whether the verdicts agree. */
@Command(
        name = "replay",
        description = {
            "Decides every step of a journal anew and says whether verdicts and steps agree with what was written.",
            "Steps are read with journal.key beside the file; forgotten visits are counted and passed over."
        })
public final class JournalReplay implements Callable<Integer> {

    private static final int DISAGREES = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the journal")
    private Path file;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (JournalReader reader = JournalReader.open(file)) {
            var replay = new Replay(reader::personal, GuardState.EMPTY);
            reader.all().forEach(replay::take);
            Replay.Outcome outcome = replay.outcome();
            Replay.Disagreement found = outcome.disagreement();
            if (found == null) {
                out.println("agrees: %d steps decided again as they were written, %d could not be read"
                        .formatted(outcome.agreed(), outcome.unreadable()));
            } else {
                out.println("disagrees: line %d: written %s, decided now %s"
                        .formatted(found.sequence(), found.written(), found.decided()));
            }
            out.flush();
            return found == null ? 0 : DISAGREES;
        }
    }
}
