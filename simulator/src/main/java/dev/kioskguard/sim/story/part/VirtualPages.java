package dev.kioskguard.sim.story.part;

import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.PageBook;
import dev.kioskguard.paging.Rota;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The pages of a machine as its guard keeps them, and a desk that shows them while it can be reached. */
public final class VirtualPages {

    private static final Duration SEEN_AFTER = Duration.ofSeconds(1);

    private static final Set<Page.State> SHOWN =
            EnumSet.of(Page.State.DELIVERED, Page.State.ESCALATED, Page.State.ACKNOWLEDGED);

    private final VirtualTime time;
    private PageBook book;
    private boolean reachable = true;
    private Runnable changed = () -> {};

    public VirtualPages(VirtualTime time, Rota rota) {
        this.time = time;
        this.book = PageBook.empty(rota);
    }

    /** Registers who is told when a page is another than before. */
    public void onChanged(Runnable listener) {
        changed = listener;
    }

    /** Returns the pages that a desk has shown as they stand, and that are not over. */
    public List<Page> shown() {
        return book.all().stream().filter(page -> SHOWN.contains(page.state())).toList();
    }

    /** Returns the roles that a page calls by now; whoever was called first stays called. */
    public static List<String> called(Page page) {
        return IntStream.rangeClosed(Page.LEVEL_FIRST, page.level())
                .mapToObj(level -> Rota.called(level).word())
                .toList();
    }

    /** Cuts the desk off, or lets it see what has been raised meanwhile. */
    public void reachable(boolean now) {
        reachable = now;
        show();
    }

    public void raise(Effect.RaisePage raise) {
        take(book.raised(
                new Page.Call(
                        "",
                        raise.transferId(),
                        raise.tier(),
                        raise.reasons(),
                        raise.signs(),
                        raise.earlierStop(),
                        List.of()),
                time.instant()));
        time.in(SEEN_AFTER, this::show);
    }

    /** Notes what somebody did about the page of a transfer; where there is none, nothing happens. */
    public void happened(String transferId, Happening happening) {
        book.ofTransfer(transferId).ifPresent(page -> take(book.after(page.id(), happening, time.instant())));
    }

    public boolean isRaised(String transferId) {
        return book.ofTransfer(transferId).isPresent();
    }

    /** Returns whether there is such a page, and something to be done about it. */
    public boolean isOpen(String id) {
        return book.find(id).filter(page -> !page.isResolved()).isPresent();
    }

    /** Returns the role that the page of a transfer has called last, or {@code none}. */
    public String calledLast(String transferId) {
        return book.ofTransfer(transferId)
                .map(page -> Rota.called(page.level()).word())
                .orElse("none");
    }

    /** Returns how far a transfer's page has come, or {@code none}. */
    public String of(String transferId) {
        return book.ofTransfer(transferId).map(page -> page.state().word()).orElse("none");
    }

    private void show() {
        if (reachable) {
            PageBook seen = book;
            for (Page page : book.all()) {
                seen = seen.after(page.id(), Happening.SEEN, time.instant());
            }
            take(seen);
        }
    }

    private void take(PageBook next) {
        boolean news = !next.since(book).isEmpty();
        book = next;
        book.next().ifPresent(late -> time.at(late, () -> take(book.at(time.instant()))));
        if (news) {
            changed.run();
        }
    }
}
