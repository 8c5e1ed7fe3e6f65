package dev.kioskguard.sim.measure.guard;

import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import dev.kioskguard.sim.story.Story;
import dev.kioskguard.sim.story.Story.Outcome;
import dev.kioskguard.sim.story.StoryPlayer;
import dev.kioskguard.sim.story.virtual.Workshop;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * Whole guarded transfers in virtual time: a story from card to card, each line sealed and chained in a journal in
 * memory, the clearance signed and then verified by the host.
 *
 * <p>One thread, in its processor time: what else the machine does is not the guard's slowness.
 */
public final class TransfersMeasure implements Measure {

    private static final double A_SECOND_MIN = 500;

    /** For thousands of transfers Java's compiler still finds what to make faster; asked is the rate after that. */
    private static final int WARM_UP_ROUNDS = 1_200;

    private static final int ROUNDS = 50;
    private static final int TRANSFERS_A_ROUND = 10;

    private final Story story;
    private final StoryPlayer player;

    /**
     * A measure of stages out of that workshop.
     *
     * @param story one transfer that is cleared and paid
     */
    public TransfersMeasure(Workshop workshop, Story story) {
        this.story = story;
        this.player = new StoryPlayer(workshop::stage, any -> workshop.chance());
    }

    @Override
    public String name() {
        return "transfers";
    }

    /**
     * Plays the story again and again.
     *
     * @throws IllegalStateException if it fails, since then nothing is measured
     */
    @Override
    public Figure take() {
        measure(WARM_UP_ROUNDS);
        return new Figure(
                name(),
                "whole guarded transfers in virtual time, one thread",
                Spread.rates("/s", measure(ROUNDS)),
                null,
                Goal.atLeast(A_SECOND_MIN));
    }

    private double[] measure(int rounds) {
        var rates = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long began = processorNanos();
            for (int n = 0; n < TRANSFERS_A_ROUND; n++) {
                transfer();
            }
            rates[round] = (double) TRANSFERS_A_ROUND * TimeUnit.SECONDS.toNanos(1) / (processorNanos() - began);
        }
        return rates;
    }

    private void transfer() {
        Outcome outcome = player.play(story);
        if (!outcome.passed()) {
            throw new IllegalStateException("an honest transfer did not end as it should: " + outcome.failure());
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
