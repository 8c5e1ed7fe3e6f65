package dev.kioskguard.audit.bench;

import java.util.List;

/**
 * How long appends took, each in nanoseconds, in the order in which they were made.
 *
 * @param journal a line of the journal, durable
 * @param bare the same bytes at the end of a plain file, with one flush to the disk
 */
public record AppendFigures(List<Long> journal, List<Long> bare) {

    public AppendFigures {
        journal = List.copyOf(journal);
        bare = List.copyOf(bare);
    }
}
