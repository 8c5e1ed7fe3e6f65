package dev.kioskguard.sim.measure.guard;

import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.GuardEvent.ChannelProven;
import dev.kioskguard.guard.event.GuardEvent.ChoiceMade;
import dev.kioskguard.guard.event.GuardEvent.TextTyped;
import dev.kioskguard.guard.event.GuardEvent.TransferRequested;
import dev.kioskguard.guard.event.GuardEvent.VisitBegan;
import dev.kioskguard.guard.event.GuardEvent.VisitEnded;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.sim.standin.Honest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Honest customers one after the other, each from card to card, in a time of their own that never waits. */
final class HonestTransfers {

    private static final int STEPS_MAX = 60;

    private final Supplier<GuardState> state;
    private final Consumer<GuardEvent> guard;
    private Instant now;
    private int count;

    /**
     * Customers before a guard that has its voice, its screen and its clock.
     *
     * @param guard takes each event before it returns
     */
    HonestTransfers(Supplier<GuardState> state, Consumer<GuardEvent> guard, Instant start) {
        this.state = state;
        this.guard = guard;
        this.now = start;
    }

    /**
     * Takes one customer through.
     *
     * @throws IllegalStateException when the transfer was not cleared
     */
    void next() {
        String number = String.valueOf(++count);
        String session = "s-" + number;
        guard.accept(new VisitBegan(
                now, new Visit(session, "card", "622202******0001", "zh-CN", Visit.Mode.GUARD, Set.of(), now)));
        guard.accept(new TransferRequested(now, "t-" + number, session, Honest.WISH, null, null, LookUp.NOTHING, null));
        for (int step = 0; step < STEPS_MAX && !open().stage().isEnd(); step++) {
            guard.accept(next(open()));
        }
        if (open().stage() != Stage.CLEARED) {
            throw new IllegalStateException("an honest transfer was not cleared: " + open());
        }
        guard.accept(new VisitEnded(now, session));
        now = now.plus(Duration.ofMinutes(1));
    }

    private Case open() {
        return Objects.requireNonNull(state.get().open(), "no transfer was opened");
    }

    private GuardEvent next(Case open) {
        Screen screen = Objects.requireNonNull(open.screen());
        for (Channel channel : owed(open)) {
            return new ChannelProven(now, screen.id(), channel, true);
        }
        if (now.isBefore(screen.times().ready())) {
            now = screen.times().ready();
        }
        if (screen.typed() != null) {
            return new TextTyped(now, screen.id(), Honest.typed(screen.typed() == Screen.Typed.AMOUNT));
        }
        return new ChoiceMade(now, screen.id(), answer(screen));
    }

    private static Set<Channel> owed(Case open) {
        var owed = EnumSet.noneOf(Channel.class);
        if (open.stage() == Stage.WARNING) {
            owed.addAll(Channel.PROMPT);
            owed.removeAll(open.proof().warned());
        } else if (open.stage() == Stage.CONFIRM) {
            owed.addAll(Set.of(Channel.PAYEE, Channel.AMOUNT, Channel.TIMING));
            owed.removeAll(open.proof().confirmed());
        }
        return owed;
    }

    private static String answer(Screen screen) {
        if (screen.kind() == Screen.Kind.ASK_PURPOSE) {
            return "family-support";
        }
        if (screen.kind() == Screen.Kind.ASK) {
            return Honest.answer(String.valueOf(screen.question()));
        }
        return screen.choices().stream()
                .filter(choice -> choice.literal() == null
                        || choice.literal().equals(Honest.WISH.payee().surname()))
                .map(Choice::id)
                .filter(Honest::may)
                .findFirst()
                .orElseThrow();
    }
}
