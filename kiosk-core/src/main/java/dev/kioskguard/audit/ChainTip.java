package dev.kioskguard.audit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The growing end of a chain: from it and an entry follows the next line. A value, so that a line that could not be
 * kept leaves the chain as it was.
 *
 * @param lastAt the latest time of any line so far; null in an empty journal
 */
public record ChainTip(Head head, @Nullable Instant lastAt) {

    public static final ChainTip START = new ChainTip(Head.NONE, null);

    /**
     * How far a line may lie before the latest one: events of several devices overtake each other, and network time
     * corrects in small steps.
     */
    public static final Duration STEP_BACK_MAX = Duration.ofMinutes(1);

    public long nextSequence() {
        return head.sequence() + 1;
    }

    /**
     * Checks that time has not gone back.
     *
     * @throws JournalException (clock went back) if {@code now} lies more than {@link #STEP_BACK_MAX} before the last
     *     line
     */
    public void checkClock(Instant now) {
        if (lastAt != null && now.isBefore(lastAt.minus(STEP_BACK_MAX))) {
            throw new JournalException(
                    JournalException.Reason.CLOCK_WENT_BACK,
                    "the clock says %s but the journal's last line was written at %s: set the machine's clock"
                            .formatted(now, lastAt));
        }
    }

    /**
     * Returns the line that would come next.
     *
     * @param sealed the personal part under the visit's key
     * @throws JournalException if the entry's time lies too far back or the line is too long
     */
    public Line next(Entry entry, @Nullable String sealed) {
        checkClock(entry.at());
        Line line = Line.of(new Line.Fields(
                nextSequence(), entry.at(), entry.kind(), entry.visit(), entry.open(), sealed, head.hash()));
        if (line.text().length() > Line.LENGTH_MAX) {
            throw new JournalException(
                    JournalException.Reason.TOO_LONG,
                    "a line of kind %s has %d characters, more than %d"
                            .formatted(entry.kind(), line.text().length(), Line.LENGTH_MAX));
        }
        return line;
    }

    /** Returns the tip once the line is kept. */
    public ChainTip after(Line line, Instant at) {
        return new ChainTip(line.head(), lastAt == null || at.isAfter(lastAt) ? at : lastAt);
    }
}
