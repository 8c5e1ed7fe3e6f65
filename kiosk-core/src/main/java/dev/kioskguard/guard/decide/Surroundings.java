package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent.ChannelProven;
import dev.kioskguard.guard.event.GuardEvent.SignalChanged;
import dev.kioskguard.guard.event.Reply.Why;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.guard.state.Notice;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.guard.state.Watching;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import java.time.Instant;
import java.util.List;

/** What the page, the camera, the devices and the clock report while a transfer is open. */
final class Surroundings {

    private Surroundings() {}

    static void proven(Draft draft, ChannelProven event) {
        Case open = draft.underWay();
        Screen screen = open == null ? null : open.screen();
        if (open == null || screen == null || !screen.id().equals(event.screenId())) {
            draft.decline(Why.SCREEN_MOVED_ON);
            return;
        }
        if (event.channel() == Channel.VOICE_STARTED) {
            // Where the voice is evidence, that it began is written down; it counts for nothing.
            draft.put(open.stage() == Stage.WARNING ? open.with(open.proof().reporting(event.channel())) : open);
            return;
        }
        noticed(draft, event, screen);
        Case told = open;
        if (open.stage() == Stage.WARNING) {
            boolean before = open.proof().isToldWhole();
            told = told.with(open.proof().reporting(event.channel()));
            if (told.proof().isToldWhole() && !before) {
                told = told.with(told(draft, screen));
                draft.effect(new Effect.Show(told(draft, screen)));
            }
        }
        // The page's word for the voice counts only with a speaker that reports itself well.
        if (event.ok()
                && (event.channel() != Channel.VOICE || draft.state.means().voice())) {
            told = told.with(
                    switch (open.stage()) {
                        case WARNING -> told.proof().onWarning(event.channel());
                        case CONFIRM -> told.proof().onConfirmation(event.channel());
                        default -> told.proof();
                    });
        }
        draft.put(told);
    }

    /** The camera looks only once its notice was on the screen (PIPL, art. 26). */
    private static void noticed(Draft draft, ChannelProven event, Screen screen) {
        Visit visit = draft.state.visit();
        boolean read =
                event.ok() && event.channel() == Channel.TEXT && screen.look().camera();
        if (visit != null && read && !draft.state.watching().isNoticedIn(visit)) {
            draft.state = draft.state.with(draft.state.watching().noticedIn(visit));
            draft.effect(new Effect.Watch(true));
        }
    }

    /** Heard and read, or failed: either way there is nothing more to wait for than the least time on the screen. */
    private static Screen told(Draft draft, Screen screen) {
        Instant least =
                screen.times().shown().plus(draft.policy.limits().dwell().warning());
        return screen.readyAt(least.isAfter(draft.at) ? least : draft.at);
    }

    static void signal(Draft draft, SignalChanged event) {
        draft.state = draft.state.with(draft.state.watching().changed(event.change(), event.at()));
        Visit visit = draft.state.visit();
        if (visit != null && draft.underWay() != null) {
            draft.state = draft.state.with(visit.saw(draft.state.watching().evident()));
            draft.judge();
            draft.standing();
        }
    }

    static void screen(Draft draft, boolean attached) {
        draft.state = draft.state.with(draft.state.means().withScreen(attached));
        if (!attached) {
            Notices.gone(draft, Notice.State.LAPSED);
            draft.take(Turn.SCREEN_LOST);
        }
    }

    static void clock(Draft draft, boolean trustworthy) {
        draft.state = draft.state.with(draft.state.means().withClock(trustworthy));
        if (!trustworthy) {
            everywhere(draft, Turn.CLOCK_JUMPED);
        }
    }

    /** After a restart nothing is known of devices and page until they say so, and no visit goes on. */
    static void restarted(Draft draft) {
        everywhere(draft, Turn.RESTARTED);
        Visit visit = draft.state.visit();
        if (visit != null) {
            draft.state = draft.state.with((Visit) null);
            draft.effect(new Effect.TellVisit(visit.sessionId(), visit.maskedCard(), false));
        }
        Notices.gone(draft, Notice.State.LAPSED);
        draft.state = draft.state.with(Means.NONE).with(Watching.NOTHING);
    }

    private static void everywhere(Draft draft, Turn turn) {
        draft.take(turn);
        List.copyOf(draft.state.paused().values()).forEach(paused -> draft.takePaused(paused, turn));
    }
}
