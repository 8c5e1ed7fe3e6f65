package dev.kioskguard.sim.measure.prompt;

import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import dev.kioskguard.transfer.Tier;
import java.util.Locale;

/** Which share of blind tappers get a transfer of a tier cleared. */
public final class TapperMeasure implements Measure {

    /** How many tappers try, each from a seed of its own. */
    public static final int TAPPERS = 10_000;

    private final Policy policy;
    private final Tier tier;

    public TapperMeasure(Policy policy, Tier tier) {
        this.policy = policy;
        this.tier = tier;
    }

    @Override
    public String name() {
        return "tapper-" + tier.word();
    }

    @Override
    public Figure take() {
        double whole = passage(policy, tier, TAPPERS).whole();
        return new Figure(
                name(),
                String.format(
                        Locale.ROOT, "share of %d blind tappers who get a %s transfer cleared", TAPPERS, tier.word()),
                Spread.exact("", whole),
                null,
                Goal.atMost(limit(tier)));
    }

    /** Returns the most that is allowed: red is never passed without staff. */
    public static double limit(Tier tier) {
        return switch (tier) {
            case GREEN, YELLOW -> 0.01;
            case ORANGE -> 0.001;
            case RED -> 0;
        };
    }

    /**
     * Brings so many tappers to each screen that a transfer of the tier shows, seeds 1, 2, 3 and so on: a screen that
     * hardly anyone comes to by tapping has its figure too. People who have to come have come.
     */
    public static Passage screens(Policy policy, Tier tier, int tappers) {
        var passage = new Passage();
        for (Stage screen : Passage.ON_THE_WAY) {
            boolean shown = true;
            for (long seed = 1; shown && seed <= tappers; seed++) {
                shown = new Tapper(policy, Requests.of(tier), seed).tapAt(screen, passage);
            }
        }
        return passage;
    }

    /** Lets so many tappers try, seeds 1, 2, 3 and so on. */
    public static Passage passage(Policy policy, Tier tier, int tappers) {
        var passage = new Passage();
        for (long seed = 1; seed <= tappers; seed++) {
            new Tapper(policy, Requests.of(tier), seed).tapThrough(passage);
            passage.next();
        }
        return passage;
    }
}
