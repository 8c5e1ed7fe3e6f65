package dev.kioskguard.sim.story.virtual;

import dev.kioskguard.sim.story.Story;
import dev.kioskguard.sim.story.Story.Outcome;
import dev.kioskguard.sim.story.StoryPlayer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How many whole guarded transfers one thread plays in a second, journal, seals and signatures included. */
public final class StoryBench {

    private StoryBench() {}

    /**
     * What was measured.
     *
     * @param transfers stories played, each a transfer from card to end
     * @param perSecond of the wall's
     */
    public record Figures(int transfers, double seconds, double perSecond) {}

    /**
     * Plays a story again and again on the caller's thread, for at least {@code atLeast} of the wall's time, after half
     * as long for warming up.
     *
     * @throws IllegalArgumentException if the story fails, since then nothing is measured
     */
    public static Figures measure(Workshop workshop, Story story, Duration atLeast, InstantSource wall) {
        play(workshop, story, atLeast.dividedBy(2), wall);
        return play(workshop, story, atLeast, wall);
    }

    private static Figures play(Workshop workshop, Story story, Duration atLeast, InstantSource wall) {
        var player = new StoryPlayer(workshop::stage, any -> workshop.chance());
        Instant start = wall.instant();
        Duration gone = Duration.ZERO;
        int transfers = 0;
        while (gone.compareTo(atLeast) < 0) {
            Outcome outcome = player.play(story);
            if (!outcome.passed()) {
                throw new IllegalArgumentException(outcome.failure());
            }
            transfers++;
            gone = Duration.between(start, wall.instant());
        }
        double seconds = gone.toNanos() / (double) Duration.ofSeconds(1).toNanos();
        return new Figures(transfers, seconds, transfers / seconds);
    }
}
