package dev.kioskguard.sim.story.wire;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.device.Key;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.guard.show.Offers;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.story.Facts;
import dev.kioskguard.sim.story.Stage;
import dev.kioskguard.sim.story.StoryFailedException;
import dev.kioskguard.sim.story.persona.Look;
import dev.kioskguard.sim.whole.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A terminal with its guard, bank and branch, played in real time through the public calls alone.
 *
 * <p>The story's own time is the guard's, which may run faster than the wall's.
 */
public final class WireStage implements Stage {

    /** The longest that a step may take here, in wall time; what takes longer is for virtual time. */
    static final Duration STEP_MAX = Duration.ofMinutes(15);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration TAKEN_AFTER = Duration.ofSeconds(2);

    private final House house;
    private final Time time;
    private final WireScreen screen;
    private final WireBank bank;
    private final WireHands hands;
    private Lines lines;
    private @Nullable Instant cardSeenAtExit;

    /**
     * A stage in a house that serves.
     *
     * @param time by which the guard there goes
     * @param pack the words that the guard there shows
     */
    public WireStage(House house, Time time, ContentPack pack) {
        this.house = house;
        this.time = time;
        this.lines = Lines.to(house.site());
        this.screen = new WireScreen(() -> lines, time, pack.words().choice(Offers.TRUE_SENTENCE));
        this.bank = new WireBank(() -> lines, () -> screen.pauseCode());
        this.hands = new WireHands(() -> lines, screen, bank, this::restart);
        bank.listen();
    }

    /** Starts a simulation for a story, and a stage in it. */
    public static WireStage start(Simulation.Options options, InstantSource wall, ContentPack pack) {
        return new WireStage(House.of(options), Time.paced(wall, wall.instant(), options.pace()), pack);
    }

    @Override
    public Machine machine() {
        return hands;
    }

    @Override
    public Bank bank() {
        return bank;
    }

    @Override
    public Branch branch() {
        return hands;
    }

    @Override
    public Look look() {
        return screen.look();
    }

    @Override
    public Facts facts() {
        JsonNode shown = lines.page(Call.get("/screen/state"));
        return new Facts(
                look(),
                screen::shown,
                bank.guarded(shown.path("tier").asString(Facts.NONE)),
                bank::page,
                card(),
                bank.host());
    }

    @Override
    public Optional<Key> key(String choice) {
        return screen.key(choice);
    }

    private String card() {
        return lines.sim(Call.get("/sim/terminal")).path("card").asString(Facts.NONE);
    }

    @Override
    public boolean await(Duration atMost, BooleanSupplier holds) {
        if (time.onTheWall(atMost).compareTo(STEP_MAX) > 0) {
            throw new StoryFailedException(
                    "in real time a step takes %s at most, not %s; let time run faster with --pace, or play in virtual time"
                            .formatted(STEP_MAX.multipliedBy(time.pace()), atMost));
        }
        Instant end = time.instant().plus(atMost);
        while (!holds.getAsBoolean()) {
            if (!time.instant().isBefore(end)) {
                return false;
            }
            screen.turn();
            takeCard();
            hands.staffTurn(time.instant());
            pause();
        }
        return true;
    }

    /** A card at the exit is taken by the customer, soon after. */
    private void takeCard() {
        if (!card().equals("at-exit")) {
            cardSeenAtExit = null;
        } else if (cardSeenAtExit == null) {
            cardSeenAtExit = time.instant();
        } else if (!time.instant().isBefore(cardSeenAtExit.plus(TAKEN_AFTER))) {
            hands.pullCard();
        }
    }

    private static void pause() {
        try {
            boolean unused = new CountDownLatch(1).await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailedException("the story was broken off");
        }
    }

    private void restart() {
        bank.close();
        house.restart();
        lines = Lines.to(house.site());
        bank.listen();
    }

    @Override
    public void customer(Somebody somebody) {
        screen.customer(somebody);
    }

    @Override
    public Duration elapsed() {
        return Duration.between(time.start(), time.instant());
    }

    @Override
    public void close() {
        bank.close();
        house.close();
    }
}
