package dev.kioskguard.sim.story.virtual;

import dev.kioskguard.paging.Page;
import dev.kioskguard.sim.staff.persona.Shift;
import dev.kioskguard.sim.story.part.VirtualPages;
import dev.kioskguard.sim.story.part.VirtualTime;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The characters on duty in a branch: they come when a page calls them that a desk has shown. */
final class VirtualStaff {

    private final VirtualTime time;
    private final VirtualPages pages;
    private final Predicate<Shift.Deed> hands;
    private Shift shift = new Shift(Map.of());
    private BooleanSupplier deceived = () -> false;
    private @Nullable Instant planned;

    /** Nobody yet; what somebody does is handed to {@code hands}, which says when it cannot be done yet. */
    VirtualStaff(VirtualTime time, VirtualPages pages, Predicate<Shift.Deed> hands) {
        this.time = time;
        this.pages = pages;
        this.hands = hands;
        pages.onChanged(this::look);
    }

    void onDuty(Shift now, BooleanSupplier isDeceived) {
        shift = now;
        deceived = isDeceived;
        look();
    }

    private void look() {
        for (Page page : pages.shown()) {
            shift.shown(page.id(), VirtualPages.called(page), page.tier(), deceived.getAsBoolean(), time.instant());
        }
        plan();
    }

    private void plan() {
        Instant next = shift.next().orElse(null);
        if (next != null && (planned == null || next.isBefore(planned))) {
            planned = next;
            time.at(next, this::turn);
        }
    }

    private void turn() {
        planned = null;
        shift.act(time.instant(), hands);
        plan();
    }
}
