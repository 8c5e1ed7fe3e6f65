package dev.kioskguard.web.desk;

import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.PageBook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pages of this machine as they stand, each change a line of the journal. Anyone may read; all that changes pages
 * happens on the guard's thread, between its steps.
 */
public final class PageBoard {

    /** The kind of the journal's lines about pages. */
    static final String KIND = "Page";

    /** What whoever comes may say, as terms of the content pack. */
    static final List<String> SCRIPT = List.of("desk.talk.aside", "desk.talk.caller", "desk.talk.call-back");

    private static final Logger LOG = LoggerFactory.getLogger(PageBoard.class);

    private final String machine;
    private final Journal journal;
    private final InstantSource time;
    private volatile PageBook book = PageBook.EMPTY;
    private volatile Consumer<Page> changed = page -> {};

    /** Makes an empty board; {@code time} is the guard's. */
    public PageBoard(String machine, Journal journal, InstantSource time) {
        this.machine = machine;
        this.journal = journal;
        this.time = time;
    }

    public PageBook book() {
        return book;
    }

    /** Registers the one listener for changed pages; it must return at once. */
    public void onChanged(Consumer<Page> listener) {
        this.changed = listener;
    }

    /** Raises a page, or brings it up to date. */
    public void raise(Effect.RaisePage effect) {
        var call = new Page.Call(machine, effect.transferId(), effect.tier(), effect.reasons(), effect.signs(), SCRIPT);
        Instant at = time.instant();
        asTheGuardSaid(at, book.raised(call, at));
    }

    /** Resolves the page of a transfer that has ended, if it has one. */
    public void close(Effect.ClosePage effect) {
        asTheGuardSaid(
                time.instant(),
                book.ofTransfer(effect.transferId())
                        .map(page -> book.after(page.id(), Page::resolved))
                        .orElse(book));
    }

    void delivered(String id, String staff, Instant at) {
        written(at, book.after(id, Page::delivered), staff);
    }

    void acknowledged(String id, String staff, Instant at) {
        written(at, book.after(id, Page::acknowledged), staff);
    }

    void escalated(String id, String staff, Instant at) {
        written(at, book.after(id, Page::escalated), staff);
    }

    /** Escalates what nobody has acknowledged in time. */
    public void look(Instant at) {
        written(at, book.at(at), null);
    }

    /** The guard's own line tells of it already: a page goes out even where its second line cannot be written. */
    private void asTheGuardSaid(Instant at, PageBook next) {
        for (Page page : next.since(book)) {
            try {
                journal.append(line(at, page, null));
            } catch (JournalException e) {
                LOG.error(
                        "a page is {} without a line of its own: {}",
                        page.state().word(),
                        e.getMessage());
            }
        }
        take(next);
    }

    private void written(Instant at, PageBook next, @Nullable String staff) {
        next.since(book).forEach(page -> journal.append(line(at, page, staff)));
        take(next);
    }

    private void take(PageBook next) {
        List<Page> news = next.since(book);
        book = next;
        news.forEach(changed);
    }

    private static Entry line(Instant at, Page page, @Nullable String staff) {
        ObjectNode open = JsonNodeFactory.instance
                .objectNode()
                .put("page", page.id())
                .put("transferId", page.transferId())
                .put("state", page.state().word())
                .put("level", page.level())
                .put("tier", page.tier());
        if (staff != null) {
            open.put("staff", staff);
        }
        return new Entry(at, KIND, null, open, null);
    }
}
