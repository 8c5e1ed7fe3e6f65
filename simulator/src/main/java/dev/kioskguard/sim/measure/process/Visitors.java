package dev.kioskguard.sim.measure.process;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.app.wiring.Parts;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.sim.bench.Bench;
import dev.kioskguard.sim.bench.port.Eyes;
import dev.kioskguard.sim.bench.port.Settling;
import dev.kioskguard.sim.camera.StreamCamera;
import dev.kioskguard.sim.story.Story;
import dev.kioskguard.sim.story.Story.Expectation;
import dev.kioskguard.sim.story.Story.Outcome;
import dev.kioskguard.sim.story.StoryFailedException;
import dev.kioskguard.sim.story.StoryPlayer;
import dev.kioskguard.sim.story.wire.House;
import dev.kioskguard.sim.story.wire.Site;
import dev.kioskguard.sim.story.wire.WireStage;
import dev.kioskguard.sim.whole.People;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Honest customers of a guard in another process, one after the other in real time.
 *
 * @param count how many of them
 * @param time the wall's
 * @param pack the words that the guard there shows
 * @param story from card to card, one transfer that is cleared
 */
public record Visitors(int count, Time time, String terminalId, ContentPack pack, Story story) {

    /** Nobody listens here: a voice has ended so many times sooner. */
    private static final int VOICES_SOONER = 20;

    private static final Duration CLEARED_WITHIN = Duration.ofMinutes(5);
    private static final Duration IDLE_WITHIN = Duration.ofMinutes(1);

    /**
     * Has them all come and go.
     *
     * @throws IllegalStateException when a transfer did not end as it should
     */
    void come(URI guard, People.Ground ground, Alarms alarms) {
        if (count == 0) {
            return;
        }
        Alarms soon = (delay, ring) -> alarms.in(delay.dividedBy(VOICES_SOONER), ring);
        try (var parts = new Parts()) {
            var people = new People(ground, new People.Machine(guard, terminalId, true, time), soon);
            var ways = new People.Ways(Eyes.SHUT, new StreamCamera(), Settling.AT_ONCE, Optional::empty);
            Bench bench = parts.keep(Bench.open(0, people.come(true, ways, parts)));
            URI desk = URI.create("http://127.0.0.1:" + (guard.getPort() + 1));
            var site = new Site(guard, desk, bench.uri(), ground.data());
            WireStage stage = parts.keep(new WireStage(new NextDoor(site), time, pack));
            var player = new StoryPlayer(any -> stage, any -> new SplittableRandom(1));
            Story again = again();
            for (int n = 0; n < count; n++) {
                Outcome outcome = player.play(again, stage);
                if (!outcome.passed()) {
                    throw new IllegalStateException("transfer %d: %s".formatted(n + 1, outcome.failure()));
                }
            }
        }
    }

    /** Returns the story with expectations that hold as often as it is played: the host goes on counting. */
    private Story again() {
        var steps = new ArrayList<Story.Step>();
        for (Story.Step step : story.steps()) {
            if (step.name().equals("as")) {
                steps.add(step);
                steps.add(expecting(step, CLEARED_WITHIN, new Expectation("verdict", "cleared")));
            } else if (step.name().equals("pull-card")) {
                steps.add(step);
                steps.add(expecting(step, IDLE_WITHIN, new Expectation("screen", "idle")));
            } else if (!step.name().equals("expect")) {
                steps.add(step);
            }
        }
        return new Story(story.file(), story.title(), story.why(), story.given(), steps);
    }

    private static Story.Step expecting(Story.Step after, Duration within, Expectation expected) {
        return new Story.Step(after.line(), "expect", StoryPlayer.expecting(List.of(expected), within));
    }

    /** A guard that is started and ended by somebody else. */
    private record NextDoor(Site site) implements House {

        @Override
        public void restart() {
            throw new StoryFailedException("this guard is not the story's to start again");
        }

        @Override
        public void close() {
            // Whoever started it ends it.
        }
    }
}
