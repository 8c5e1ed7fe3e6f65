package dev.kioskguard.sim.measure.prompt;

import dev.kioskguard.guard.decide.Guard;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.GuardEvent.ChannelProven;
import dev.kioskguard.guard.event.GuardEvent.TransferRequested;
import dev.kioskguard.guard.event.GuardEvent.VisitBegan;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.transfer.TransferRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/** One customer before the guard's decisions alone: no journal, no devices, time that is moved by hand. */
final class Booth {

    private static final Instant NOON = Instant.parse("2026-01-01T04:00:00Z");

    private final Policy policy;
    private final SplittableRandom chance;
    private GuardState state = GuardState.EMPTY.with(Means.ALL);
    private Instant now = NOON;

    Booth(Policy policy, SplittableRandom chance, TransferRequest request) {
        this.policy = policy;
        this.chance = chance;
        take(new VisitBegan(now, new Visit("s", "card", "622202******0001", "zh-CN", Visit.Mode.GUARD, Set.of(), now)));
        take(new TransferRequested(now, "t", "s", request, null, null, LookUp.NOTHING, null));
    }

    Instant now() {
        return now;
    }

    Case open() {
        return Objects.requireNonNull(state.open(), "no transfer was opened");
    }

    Screen screen() {
        return Objects.requireNonNull(open().screen(), "no screen is shown");
    }

    void take(GuardEvent event) {
        state = Guard.decide(state, event, chance.nextLong(), policy).next();
    }

    void pass(Duration span) {
        now = now.plus(span);
    }

    /** Waits until the screen takes answers. */
    void ready() {
        Instant ready = screen().times().ready();
        now = ready.isAfter(now) ? ready : now;
    }

    /** Has everything that the screen now shown owes proven. */
    void proven() {
        for (Channel channel : owed()) {
            take(new ChannelProven(now, screen().id(), channel, true));
        }
    }

    private Set<Channel> owed() {
        return switch (open().stage()) {
            case WARNING -> Channel.PROMPT;
            case CONFIRM -> EnumSet.of(Channel.PAYEE, Channel.AMOUNT, Channel.TIMING);
            default -> Set.of();
        };
    }
}
