package dev.kioskguard.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An append-only chain of lines. Safe for any number of threads; appends happen one after another.
 *
 * <p>Every method throws {@link JournalException} where the store does not do its part.
 */
public interface Journal extends AutoCloseable {

    /** Letters that one line may cause. */
    int LETTERS_MAX = 200;

    /**
     * Writes a line and returns once it is durable. After an exception nothing may happen in the world that the line
     * would have told; the journal then stands as before, and another append may be tried. (Only a machine that loses
     * its power in that moment may find the line written after all: it tells what was decided, not what was done.)
     */
    default Head append(Entry entry) {
        return append(entry, List.of());
    }

    /**
     * Writes a line and, in the same commit, the letters that it causes: after a loss of power both are there or
     * neither is.
     *
     * @param letters at most {@link #LETTERS_MAX}
     */
    Head append(Entry entry, List<Letter> letters);

    /** Returns the letters that were not withdrawn, in the order in which their ids first came. */
    List<Letter> letters();

    Head head();

    /** Returns the latest time of any line. */
    Optional<Instant> lastAt();

    /**
     * Returns the lines that follow the one numbered {@code after}; 0 begins with the first.
     *
     * @param max how many at most; more than {@link LinePages#PAGE_LINES} are never given at once
     */
    List<Line> lines(long after, int max);

    /** Returns the personal part of a line; empty if it has none or if its visit has been forgotten. */
    Optional<ObjectNode> personal(Line.Fields line);

    /**
     * Destroys the keys of all visits whose first personal line was written before the given time. Their lines stay
     * and the chain holds, but what was personal cannot be read any more by anyone.
     *
     * @return how many visits were forgotten
     */
    int forget(Instant before);

    /** Returns what stands in the way of the next line, as far as it shows beforehand; empty is no promise. */
    default Optional<JournalException> obstacle() {
        return Optional.empty();
    }

    @Override
    void close();

    /** Returns a walk through all lines, in pages, so that it costs little memory and holds up no append. */
    default Iterable<Line> all() {
        return () -> new LinePages(0, this::lines);
    }
}
