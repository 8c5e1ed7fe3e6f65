package dev.kioskguard.web.desk.log;

import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.LinePages;
import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.tally.Fact;
import dev.kioskguard.paging.tally.UnusualReleases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What staff did beside a page's own course, each deed a line of the journal with its person; and what the journal has
 * to count. Lines are written on the guard's thread, between its steps; anyone may read.
 */
public final class DeskLog {

    /** The kind of the journal's lines about deeds of staff. */
    public static final String KIND = "Desk";

    /** The kind of the journal's lines about pages. */
    public static final String PAGE_KIND = "Page";

    static final String PATROL = "patrol";
    static final String FALSE_ALARM = "false-alarm";

    /** A second touch of the same button is no second round. */
    public static final Duration PATROLS_APART = Duration.ofSeconds(30);

    /** How far back things are counted. */
    public static final Duration BACK = Duration.ofDays(14);

    /** Lines that are read at the start, and facts that are kept; beyond it the earliest are the journal's alone. */
    static final int FACTS_MAX = 20_000;

    private final Journal journal;
    private final Deque<Fact> facts = new ArrayDeque<>();
    private long seen;

    public DeskLog(Journal journal) {
        this.journal = journal;
        this.seen = Math.max(0, journal.head().sequence() - FACTS_MAX);
    }

    /** Writes what somebody has decided about a page's transfer and, if that is by now unusual, that it is. */
    public void decided(Instant at, Deed deed, String staff, Page page) {
        List<UnusualReleases.Unusual> before = UnusualReleases.of(facts(), at);
        write(at, about(page, deed.word(), staff));
        for (UnusualReleases.Unusual now : UnusualReleases.of(facts(), at)) {
            if (before.stream().noneMatch(now::isSame)) {
                write(at, deed("unusual", now.staff()).put("limit", now.code()).put("releases", now.releases()));
            }
        }
    }

    /** Writes that somebody has walked past the machine and found nothing wrong; false where they just have. */
    public boolean patrolled(Instant at, String staff) {
        boolean again = facts().stream()
                .anyMatch(fact -> fact.kind() == Fact.Kind.PATROLLED
                        && fact.staff().equals(staff)
                        && fact.at().plus(PATROLS_APART).isAfter(at));
        if (!again) {
            write(at, deed(PATROL, staff));
        }
        return !again;
    }

    /**
     * Writes what a page turned out to be.
     *
     * @param helped words of what helped
     * @param noteDigest SHA-256 of what was written in words, which itself is no business of the journal's
     */
    public void closedOut(Instant at, String staff, Page page, String was, List<String> helped, String noteDigest) {
        ObjectNode open = about(page, was.equals(FALSE_ALARM) ? FALSE_ALARM : "closed-out", staff)
                .put("was", was);
        helped.forEach(open.putArray("helped")::add);
        write(at, open.put("note", noteDigest));
    }

    /** Returns what is to be counted, in the order in which it was written. */
    public synchronized List<Fact> facts() {
        for (var lines = new LinePages(seen, journal::lines); lines.hasNext(); ) {
            Line line = lines.next();
            seen = line.sequence();
            JournalFacts.of(line.fields()).forEach(this::keep);
        }
        return List.copyOf(facts);
    }

    private void keep(Fact fact) {
        facts.addLast(fact);
        while (facts.size() > FACTS_MAX
                || facts.getFirst().at().isBefore(fact.at().minus(BACK))) {
            facts.removeFirst();
        }
    }

    private static ObjectNode about(Page page, String what, String staff) {
        return deed(what, staff)
                .put("page", page.id())
                .put("transferId", page.transferId())
                .put("tier", page.tier());
    }

    private static ObjectNode deed(String what, String staff) {
        return JsonNodeFactory.instance.objectNode().put("what", what).put("staff", staff);
    }

    private void write(Instant at, ObjectNode open) {
        journal.append(new Entry(at, KIND, null, open, null));
    }
}
