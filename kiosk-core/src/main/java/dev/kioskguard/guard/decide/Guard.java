package dev.kioskguard.guard.decide;

import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.GuardEvent.BankAnswered;
import dev.kioskguard.guard.event.GuardEvent.ChannelProven;
import dev.kioskguard.guard.event.GuardEvent.ChoiceMade;
import dev.kioskguard.guard.event.GuardEvent.ClockChanged;
import dev.kioskguard.guard.event.GuardEvent.HeadsetChanged;
import dev.kioskguard.guard.event.GuardEvent.KeyPressed;
import dev.kioskguard.guard.event.GuardEvent.ModeChanged;
import dev.kioskguard.guard.event.GuardEvent.NeighbourStopped;
import dev.kioskguard.guard.event.GuardEvent.NoticeRequested;
import dev.kioskguard.guard.event.GuardEvent.Restarted;
import dev.kioskguard.guard.event.GuardEvent.ScreenChanged;
import dev.kioskguard.guard.event.GuardEvent.SignalChanged;
import dev.kioskguard.guard.event.GuardEvent.StaffSpoke;
import dev.kioskguard.guard.event.GuardEvent.TextTyped;
import dev.kioskguard.guard.event.GuardEvent.TimePassed;
import dev.kioskguard.guard.event.GuardEvent.TouchRepeated;
import dev.kioskguard.guard.event.GuardEvent.TransferRequested;
import dev.kioskguard.guard.event.GuardEvent.TransferResumed;
import dev.kioskguard.guard.event.GuardEvent.TransferWithdrawn;
import dev.kioskguard.guard.event.GuardEvent.VisitBegan;
import dev.kioskguard.guard.event.GuardEvent.VisitEnded;
import dev.kioskguard.guard.event.GuardEvent.VoiceChanged;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Policy;

/** The guard: from what is known and what has happened to what is known now and what is to be done. */
public final class Guard {

    private Guard() {}

    /**
     * Decides one event. The same arguments give the same decision, on every machine and a year later.
     *
     * @param chance the only source of chance: order of answers, keys, codes
     */
    public static Decision decide(GuardState state, GuardEvent event, long chance, Policy policy) {
        var draft = new Draft(state, event.at(), chance, policy);
        if (event instanceof VisitBegan e) {
            Visits.began(draft, e);
        } else if (event instanceof VisitEnded e) {
            Visits.ended(draft, e);
        } else if (event instanceof ModeChanged e) {
            Visits.mode(draft, e);
        } else if (event instanceof TransferRequested e) {
            Requests.requested(draft, e);
        } else if (event instanceof TransferWithdrawn e) {
            Requests.withdrawn(draft, e);
        } else if (event instanceof TransferResumed e) {
            Requests.resumed(draft, e);
        } else if (event instanceof BankAnswered e) {
            Requests.acknowledged(draft, e);
        } else if (event instanceof NoticeRequested e) {
            Notices.requested(draft, e);
        } else if (event instanceof NeighbourStopped e) {
            Neighbours.stopped(draft, e);
        } else if (event instanceof StaffSpoke e) {
            StaffWords.spoke(draft, e);
        } else {
            atTheMachine(draft, event);
        }
        return draft.decision();
    }

    private static void atTheMachine(Draft draft, GuardEvent event) {
        if (event instanceof ChoiceMade e) {
            Answers.chosen(draft, e.screenId(), e.choice());
        } else if (event instanceof TextTyped e) {
            Answers.typed(draft, e.screenId(), e.text());
        } else if (event instanceof KeyPressed e) {
            Keys.pressed(draft, e.key());
        } else if (event instanceof TouchRepeated) {
            draft.state = draft.state.with(draft.state.lastKey().ignored());
        } else if (event instanceof ChannelProven e) {
            Surroundings.proven(draft, e);
        } else if (event instanceof SignalChanged e) {
            Surroundings.signal(draft, e);
        } else if (event instanceof VoiceChanged e) {
            draft.state = draft.state.with(draft.state.means().withVoice(e.audible()));
        } else if (event instanceof HeadsetChanged e) {
            Manners.headset(draft, e.plugged());
        } else if (event instanceof ScreenChanged e) {
            Surroundings.screen(draft, e.attached());
        } else if (event instanceof ClockChanged e) {
            Surroundings.clock(draft, e.trustworthy());
        } else if (event instanceof TimePassed) {
            Deadlines.passed(draft);
        } else if (event instanceof Restarted) {
            Surroundings.restarted(draft);
        }
    }
}
