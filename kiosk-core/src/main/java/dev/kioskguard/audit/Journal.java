package dev.kioskguard.audit;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An append-only chain of lines. Safe for any number of threads; appends happen one after another.
 *
 * <p>Every method throws {@link JournalException} where the store does not do its part.
 */
public interface Journal extends AutoCloseable {

    /** Lines read at a time while walking through all of them. */
    int PAGE_LINES = 1000;

    /**
     * Writes a line and returns once it is durable. After an exception nothing may happen in the world that the line
     * would have told; the journal then stands as before, and another append may be tried. (Only a machine that loses
     * its power in that moment may find the line written after all: it tells what was decided, not what was done.)
     */
    Head append(Entry entry);

    Head head();

    /** Returns the latest time of any line. */
    Optional<Instant> lastAt();

    /** Returns at most {@code max} lines that follow the line numbered {@code after}; 0 begins with the first. */
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

    @Override
    void close();

    /** Returns a walk through all lines, in pages, so that it costs little memory and holds up no append. */
    default Iterable<Line> all() {
        return () -> new Iterator<>() {
            private List<Line> page = lines(0, PAGE_LINES);
            private int next;

            @Override
            public boolean hasNext() {
                if (next == page.size() && !page.isEmpty()) {
                    page = lines(page.get(page.size() - 1).sequence(), PAGE_LINES);
                    next = 0;
                }
                return next < page.size();
            }

            @Override
            public Line next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.get(next++);
            }
        };
    }
}
