package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Notice;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When the guard must look again though nothing happens, and what the silence means then. */
public final class Deadlines {

    private Deadlines() {}

    /** Returns the earliest instant at which {@code TimePassed} would change something. */
    public static Optional<Instant> next(GuardState state, Policy policy) {
        var all = new ArrayList<Instant>();
        Case open = state.open();
        if (open != null && open.screen() != null) {
            all.add(open.screen().times().expires());
        }
        if (open == null && state.notice() != null) {
            all.add(state.notice().screen().times().expires());
        }
        callOver(state, policy).ifPresent(all::add);
        Keys.settles(state).ifPresent(all::add);
        state.paused().values().forEach(paused -> {
            if (paused.care().heldUntil() != null) {
                all.add(paused.care().heldUntil());
            }
        });
        return all.stream().min(Instant::compareTo);
    }

    private static Optional<Instant> callOver(GuardState state, Policy policy) {
        Case open = state.open();
        Instant over = state.watching().callOverAt();
        return open == null || open.stage() != Stage.HANG_UP || over == null
                ? Optional.empty()
                : Optional.of(over.plus(policy.limits().callOver()));
    }

    static void passed(Draft draft) {
        Keys.settled(draft);
        callOver(draft.state, draft.policy)
                .filter(over -> !over.isAfter(draft.at))
                .ifPresent(over -> draft.take(Turn.CALL_OVER));
        for (Case paused : List.copyOf(draft.state.paused().values())) {
            Instant until = paused.care().heldUntil();
            if (until != null && !until.isAfter(draft.at)) {
                draft.takePaused(paused, Turn.PAUSE_LAPSED);
            }
        }
        Notice notice = draft.open() == null ? draft.state.notice() : null;
        if (notice != null && !notice.screen().times().expires().isAfter(draft.at)) {
            Notices.gone(draft, Notice.State.LAPSED);
        }
        Case open = draft.open();
        Screen screen = open == null ? null : open.screen();
        if (open != null && screen != null && !screen.times().expires().isAfter(draft.at)) {
            lapsed(draft, open);
        }
    }

    private static void lapsed(Draft draft, Case open) {
        switch (open.stage()) {
            case HELD -> draft.take(Turn.NOBODY_CAME);
            case PAUSED -> draft.take(Turn.PAUSE_LAPSED);
            case CLEARED, STOPPED, WITHDRAWN, EXPIRED, REFUSED -> draft.clearScreen();
            default -> draft.take(Turn.SILENCE);
        }
    }
}
