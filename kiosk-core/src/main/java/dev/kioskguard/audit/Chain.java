package dev.kioskguard.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * The proof that a journal's lines are all there, in order and as written. By themselves they cannot show that the
 * last ones were cut off or that the whole was written anew; a head that was kept elsewhere can.
 */
public final class Chain {

    private Chain() {}

    /**
     * Returns the first line that is broken, or nothing where the chain holds.
     *
     * @param lines all lines from the first on
     * @param anchors heads of this journal that were kept outside of it
     */
    public static Optional<Break> verify(Iterable<Line> lines, Collection<Head> anchors) {
        Map<Long, String> anchored = new HashMap<>();
        anchors.forEach(head -> anchored.put(head.sequence(), head.hash()));
        long highest = anchors.stream().mapToLong(Head::sequence).max().orElse(0);

        Head before = Head.NONE;
        for (Iterator<Line> rest = lines.iterator(); rest.hasNext(); ) {
            Line line = rest.next();
            Optional<Break> broken = follows(before, line, rest);
            if (broken.isPresent()) {
                return broken;
            }
            before = new Head(line.sequence(), Line.hashOf(line.text()));
            String expected = anchored.get(before.sequence());
            if (expected != null && !expected.equals(before.hash())) {
                return Optional.of(new Break(
                        line.sequence(), Fault.REWRITTEN, "it or a line before it is not the one that was anchored"));
            }
        }
        return highest <= before.sequence()
                ? Optional.empty()
                : Optional.of(
                        new Break(before.sequence() + 1, Fault.CUT, "the anchor knows of lines up to " + highest));
    }

    private static Optional<Break> follows(Head before, Line line, Iterator<Line> rest) {
        long expected = before.sequence() + 1;
        Line.Fields fields;
        try {
            fields = line.fields();
        } catch (JournalException unreadable) {
            return Optional.of(new Break(line.sequence(), Fault.CHANGED, "it is not a line of a journal"));
        }
        if (line.sequence() == expected && fields.seq() == expected) {
            return linked(before, line, fields);
        }
        if (line.agrees() || fields.seq() != expected) {
            boolean elsewhere = fields.seq() < expected || holds(rest, expected);
            return Optional.of(
                    elsewhere
                            ? new Break(expected, Fault.REORDERED, "line " + fields.seq() + " stands in its place")
                            : new Break(expected, Fault.MISSING, "line " + fields.seq() + " follows instead"));
        }
        return Optional.of(new Break(expected, Fault.CHANGED, "its number is not that of its place"));
    }

    private static Optional<Break> linked(Head before, Line line, Line.Fields fields) {
        if (!line.agrees()) {
            return Optional.of(
                    new Break(line.sequence(), Fault.CHANGED, "its text does not have the hash kept with it"));
        }
        if (fields.prev().equals(before.hash())) {
            return Optional.empty();
        }
        // This line agrees with its own hash, so it is the one before whose text and hash were both changed.
        return Optional.of(
                before.sequence() == 0
                        ? new Break(line.sequence(), Fault.CHANGED, "the first line follows nothing, but names a hash")
                        : new Break(before.sequence(), Fault.CHANGED, "the line after it names another hash"));
    }

    private static boolean holds(Iterator<Line> rest, long sequence) {
        while (rest.hasNext()) {
            try {
                if (rest.next().fields().seq() == sequence) {
                    return true;
                }
            } catch (JournalException unreadable) {
                // A line that says nothing is not the one that is looked for.
            }
        }
        return false;
    }

    /**
     * The first line at which a journal does not hold.
     *
     * @param sequence the number that the line has or should have
     */
    public record Break(long sequence, Fault fault, String detail) {}

    /** What was done to a line. */
    public enum Fault {
        CHANGED,
        MISSING,
        REORDERED,
        /** The last lines are gone. */
        CUT,
        /** The chain holds in itself, but is not the one that was anchored. */
        REWRITTEN
    }
}
