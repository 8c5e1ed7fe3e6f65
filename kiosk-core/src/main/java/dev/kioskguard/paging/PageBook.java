package dev.kioskguard.paging;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All pages of late, one a transfer, oldest first. Immutable: what happens makes a new book, and time is an event like
 * any other.
 *
 * @param pages by id
 * @param rota whom they call, and for how long
 */
public record PageBook(Map<String, Page> pages, Rota rota) {

    /** How many pages are remembered; beyond it the oldest resolved one is the journal's business alone. */
    public static final int PAGES_MAX = 100;

    public PageBook {
        pages = Collections.unmodifiableMap(new LinkedHashMap<>(pages));
    }

    /** Returns a book without a page. */
    public static PageBook empty(Rota rota) {
        return new PageBook(Map.of(), rota);
    }

    /** Returns the book with pages of before, oldest first, as they were. */
    public PageBook restored(List<Page> before) {
        PageBook book = this;
        for (Page page : before) {
            book = book.with(page);
        }
        return book;
    }

    public Collection<Page> all() {
        return pages.values();
    }

    public Optional<Page> find(String id) {
        return Optional.ofNullable(pages.get(id));
    }

    public Optional<Page> ofTransfer(String transferId) {
        return find(Page.idFor(transferId));
    }

    /** Returns the book with a page for this call, or with the transfer's page brought up to date. */
    public PageBook raised(Page.Call call, Instant at) {
        String id = Page.idFor(call.transferId());
        Page known = pages.get(id);
        return with(
                known != null
                        ? known.updated(call)
                        : new Page(
                                id,
                                call.machine(),
                                rota.first(at),
                                call.tier(),
                                call.reasons(),
                                call.signs(),
                                call.earlierStop(),
                                call.script(),
                                at,
                                at.plus(rota.patience(rota.first(at))),
                                Page.State.RAISED,
                                call.transferId()));
    }

    /** Returns the book after something has happened to one page; a page that is not in the book stays out of it. */
    public PageBook after(String id, Happening happening, Instant at) {
        Page known = pages.get(id);
        return known == null ? this : with(known.after(happening, rota, at));
    }

    /** Returns the book as it is at this instant: whoever has not answered in time is passed over. */
    public PageBook at(Instant now) {
        PageBook book = this;
        for (Page page : all()) {
            book = book.with(page.at(now, rota));
        }
        return book;
    }

    /** Returns whether one of them is not over yet. */
    public boolean isSomebodyWaiting() {
        return all().stream().anyMatch(page -> !page.isResolved());
    }

    /** Returns when time alone will next change a page. */
    public Optional<Instant> next() {
        return all().stream().filter(Page::waits).map(Page::deadline).min(Instant::compareTo);
    }

    /** Returns the pages that are not in the other book as they are in this one. */
    public List<Page> since(PageBook before) {
        return all().stream()
                .filter(page -> !page.equals(before.pages.get(page.id())))
                .toList();
    }

    /** Returns the ids of the other book's pages that this one remembers no more. */
    public List<String> forgottenSince(PageBook before) {
        return before.pages.keySet().stream()
                .filter(id -> !pages.containsKey(id))
                .toList();
    }

    private PageBook with(Page page) {
        if (page.equals(pages.get(page.id()))) {
            return this;
        }
        var all = new LinkedHashMap<>(pages);
        if (all.put(page.id(), page) == null && all.size() > PAGES_MAX) {
            all.remove(all.values().stream()
                    .filter(Page::isResolved)
                    .findFirst()
                    .orElse(all.values().iterator().next())
                    .id());
        }
        return new PageBook(all, rota);
    }
}
