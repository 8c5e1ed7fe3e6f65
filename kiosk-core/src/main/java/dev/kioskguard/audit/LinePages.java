package dev.kioskguard.audit;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** A walk through a journal, a page at a time. */
public final class LinePages implements Iterator<Line> {

    /** Lines read at a time. */
    public static final int PAGE_LINES = 1000;

    private final Source source;
    private List<Line> page;
    private int next;

    /** Begins with the line that follows the one numbered {@code after}. */
    public LinePages(long after, Source source) {
        this.source = source;
        this.page = source.lines(after, PAGE_LINES);
    }

    @Override
    public boolean hasNext() {
        if (next == page.size() && !page.isEmpty()) {
            page = source.lines(page.get(page.size() - 1).sequence(), PAGE_LINES);
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

    /** Where the lines are read from. */
    @FunctionalInterface
    public interface Source {
        List<Line> lines(long after, int max);
    }
}
