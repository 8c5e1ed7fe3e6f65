package dev.kioskguard.web.desk;

import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.Letter;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.PageBook;
import dev.kioskguard.paging.Rota;
import dev.kioskguard.web.desk.log.DeskLog;
import dev.kioskguard.web.http.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
    static final String KIND = DeskLog.PAGE_KIND;

    /** What whoever comes may say, as terms of the content pack. */
    static final List<String> SCRIPT = List.of("desk.talk.aside", "desk.talk.caller", "desk.talk.call-back");

    private static final Logger LOG = LoggerFactory.getLogger(PageBoard.class);

    private final String machine;
    private final Journal journal;
    private final InstantSource time;
    private volatile PageBook book;
    private final List<Consumer<Page>> listeners = new CopyOnWriteArrayList<>();

    /** Makes a board with the pages that the journal kept; {@code time} is the guard's. */
    public PageBoard(String machine, Journal journal, InstantSource time, Rota rota) {
        this.machine = machine;
        this.journal = journal;
        this.time = time;
        this.book = PageBook.empty(rota).restored(PageMail.pages(journal.letters()));
    }

    public PageBook book() {
        return book;
    }

    /**
     * Returns the page of this id.
     *
     * @throws dev.kioskguard.web.http.ProblemException 404 where there is none
     */
    public Page known(String id) {
        return book.find(id)
                .orElseThrow(() -> Problem.notFound("there is no such page; read GET /desk/pages")
                        .asException());
    }

    /** Registers a listener for changed pages; it must return at once. */
    public void onChanged(Consumer<Page> listener) {
        listeners.add(listener);
    }

    /** Tells a listener nothing more. */
    public void noLonger(Consumer<Page> listener) {
        listeners.remove(listener);
    }

    /** Returns what a step of the guard is about to say to people, to be written in one commit with its line. */
    public List<Letter> letters(List<Effect> effects) {
        PageBook next = book;
        for (Effect effect : effects) {
            next = after(next, effect);
        }
        return PageMail.letters(next, book);
    }

    /** Carries out an effect of the guard that is about a page; any other changes nothing. */
    public void carryOut(Effect effect) {
        PageBook next = after(book, effect);
        // The guard's own line has the pages with it already: a page goes out even where its second line cannot be
        // written.
        for (Page page : next.since(book)) {
            try {
                journal.append(line(time.instant(), page, null));
            } catch (JournalException e) {
                LOG.error(
                        "a page is {} without a line of its own: {}",
                        page.state().word(),
                        e.getMessage());
            }
        }
        take(next);
    }

    private PageBook after(PageBook before, Effect effect) {
        if (effect instanceof Effect.RaisePage raise) {
            return before.raised(
                    new Page.Call(
                            machine,
                            raise.transferId(),
                            raise.tier(),
                            raise.reasons(),
                            raise.signs(),
                            raise.earlierStop(),
                            script(raise)),
                    raise.at());
        }
        if (effect instanceof Effect.ClosePage close) {
            return before.ofTransfer(close.transferId())
                    .map(page -> before.after(page.id(), Happening.OVER, time.instant()))
                    .orElse(before);
        }
        return before;
    }

    /** What fits this kind of fraud comes first. */
    private static List<String> script(Effect.RaisePage raise) {
        return raise.scam().isEmpty()
                ? SCRIPT
                : Stream.concat(Stream.of(PageView.SCAM + raise.scam()), SCRIPT.stream())
                        .toList();
    }

    /** Notes what a member of staff has done about a page; without their line it has not happened. */
    public void said(String id, Happening happening, String staff, Instant at) {
        written(at, book.after(id, happening, at), staff);
    }

    /** Calls the next level for whatever nobody has taken in time. */
    public void look(Instant at) {
        written(at, book.at(at), null);
    }

    /** The lines of several pages are one after another, and each has its own letter with it. */
    private void written(Instant at, PageBook next, @Nullable String staff) {
        List<Letter> letters = PageMail.letters(next, book);
        for (Page page : next.since(book)) {
            journal.append(line(at, page, staff), of(page, letters));
        }
        take(next);
    }

    private static List<Letter> of(Page page, List<Letter> letters) {
        return letters.stream().filter(letter -> letter.id().equals(page.id())).toList();
    }

    private void take(PageBook next) {
        List<Page> news = next.since(book);
        book = next;
        news.forEach(page -> listeners.forEach(listener -> listener.accept(page)));
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
