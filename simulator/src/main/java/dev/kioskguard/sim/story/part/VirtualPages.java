package dev.kioskguard.sim.story.part;

import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.PageBook;
import dev.kioskguard.paging.Rota;
import java.time.Duration;
import java.util.List;

/** The pages of a machine as its guard keeps them, and a desk that shows them while it can be reached. */
public final class VirtualPages {

    private static final Duration SEEN_AFTER = Duration.ofSeconds(1);

    private final VirtualTime time;
    private PageBook book;
    private boolean reachable = true;

    public VirtualPages(VirtualTime time, Rota rota) {
        this.time = time;
        this.book = PageBook.empty(rota);
    }

    /** Cuts the desk off, or lets it see what has been raised meanwhile. */
    public void reachable(boolean now) {
        reachable = now;
        show();
    }

    public void raise(Effect.RaisePage raise) {
        take(book.raised(
                new Page.Call("", raise.transferId(), raise.tier(), raise.reasons(), raise.signs(), List.of()),
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
        book = next;
        book.next().ifPresent(late -> time.at(late, () -> take(book.at(time.instant()))));
    }
}
