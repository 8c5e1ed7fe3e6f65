package dev.kioskguard.app.record;

import dev.kioskguard.audit.Journal;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.transfer.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a guard that starts again reads from its journal: what was under way, which stops are remembered, how the latest
 * transfers ended.
 *
 * @param state as after the last line; what was under way in it cannot be proven any more and is to be refused
 * @param ended the latest ends, oldest first
 * @param cleared the transfers let go of late, so that a clearance that a crash kept back can be given again
 * @param requestKeys idempotency keys and the transfers they stand for
 */
public record Recovery(
        GuardState state, List<Ended> ended, List<Replay.Cleared> cleared, Map<String, String> requestKeys) {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /** How many lines are read back; before them nothing can be open any more. */
    public static final int LINES_MAX = 20_000;

    /** How far back clearances are recovered; the host takes none that is older. */
    public static final Duration CLEARANCES_BACK = Duration.ofHours(1);

    /** How a transfer ended. */
    public record Ended(String transferId, Verdict verdict) {}

    /** Reads the tail of the journal. A visit that was forgotten by then was not open. */
    public static Recovery read(Journal journal) {
        Tail tail = Tail.of(journal, journal.lastAt().orElse(Instant.EPOCH).minus(CLEARANCES_BACK));
        var replay = new Replay(journal::personal, tail.start());
        tail.goThrough(replay);
        GuardState state = replay.state();
        if (replay.outcome().disagreement() != null) {
            // Another version decides otherwise: what was under way is not made up, but no stop is forgotten.
            LOG.warn(
                    "the journal's tail is decided otherwise today: {}",
                    replay.outcome().disagreement());
            state = tail.start().remembering(tail.allCards());
        }
        return new Recovery(state, tail.ended(), replay.cleared(), tail.requestKeys());
    }
}
