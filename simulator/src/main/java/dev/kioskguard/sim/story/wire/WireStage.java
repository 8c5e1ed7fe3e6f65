package dev.kioskguard.sim.story.wire;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.guard.show.Offers;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.story.Facts;
import dev.kioskguard.sim.story.Stage;
import dev.kioskguard.sim.story.Story;
import dev.kioskguard.sim.story.StoryFailedException;
import dev.kioskguard.sim.story.persona.Look;
import dev.kioskguard.sim.whole.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** A simulation of its own for one story, in real time, played through the public calls alone. */
public final class WireStage implements Stage {

    /** The longest that a step may take here; what takes longer is for virtual time. */
    static final Duration STEP_MAX = Duration.ofMinutes(15);

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Simulation.Options options;
    private final InstantSource wall;
    private final Instant start;
    private final WireScreen screen;
    private final WireBank bank;
    private final WireHands hands;
    private Simulation simulation;
    private Lines lines;

    private WireStage(Simulation.Options options, InstantSource wall, ContentPack pack) {
        this.options = options;
        this.wall = wall;
        this.start = wall.instant();
        this.simulation = Simulation.start(options);
        this.lines = Lines.to(simulation.guard().uri(), simulation.bench(), options.data());
        this.screen = new WireScreen(() -> lines, wall, pack.words().choice(Offers.TRUE_SENTENCE));
        this.bank = new WireBank(() -> lines);
        this.hands = new WireHands(() -> lines, screen, this::restart);
    }

    /** Starts the simulation for a story. */
    public static WireStage start(Story story, Simulation.Options options, InstantSource wall, ContentPack pack) {
        if (!story.given().hosted()) {
            throw new StoryFailedException(story.file() + ": ownership beside is played in virtual time only");
        }
        return new WireStage(options, wall, pack);
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
                bank.guarded(shown.path("tier").asString(Facts.NONE)),
                "unknown",
                lines.sim(Call.get("/sim/terminal")).path("card").asString(Facts.NONE),
                bank.host());
    }

    @Override
    public boolean await(Duration atMost, BooleanSupplier holds) {
        if (atMost.compareTo(STEP_MAX) > 0) {
            throw new StoryFailedException("in real time a step takes %s at most, not %s; play it in virtual time"
                    .formatted(STEP_MAX, atMost));
        }
        Instant end = wall.instant().plus(atMost);
        while (!holds.getAsBoolean()) {
            if (!wall.instant().isBefore(end)) {
                return false;
            }
            screen.turn();
            pause();
        }
        return true;
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
        simulation.close();
        simulation = Simulation.start(options);
        lines = Lines.to(simulation.guard().uri(), simulation.bench(), options.data());
    }

    @Override
    public void customer(Somebody somebody) {
        screen.customer(somebody);
    }

    @Override
    public Duration elapsed() {
        return Duration.between(start, wall.instant());
    }

    @Override
    public void close() {
        simulation.close();
    }
}
