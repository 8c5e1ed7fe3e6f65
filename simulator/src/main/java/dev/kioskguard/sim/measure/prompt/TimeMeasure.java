package dev.kioskguard.sim.measure.prompt;

import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import dev.kioskguard.transfer.Tier;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How long an honest customer needs against whom nothing speaks, hearing every screen out and reading along. */
public final class TimeMeasure implements Measure {

    /** A transfer against which nothing speaks is to be done in two minutes. */
    public static final Duration GREEN_MAX = Duration.ofMinutes(2);

    private static final Duration DECIDING = Duration.ofSeconds(1);
    private static final Duration DECIDING_SLOWLY = Duration.ofSeconds(4);

    /** An elder customer's page plays every clip so much slower; {@code speech.js} has the same figure. */
    public static final double ELDER_RATE = 0.9;

    private static final double MILLIS = 1_000;

    private final Policy policy;
    private final Function<Screen, Duration> voice;

    /**
     * A measure of that policy.
     *
     * @param voice how long the clip of a screen plays
     */
    public TimeMeasure(Policy policy, Function<Screen, Duration> voice) {
        this.policy = policy;
        this.voice = voice;
    }

    @Override
    public String name() {
        return "time";
    }

    @Override
    public Figure take() {
        double seconds = seconds(total(spent(Tier.GREEN, false)));
        return new Figure(
                name(),
                "time of an honest customer for a green transfer, every screen heard out",
                Spread.exact("s", seconds),
                null,
                Goal.atMost((double) GREEN_MAX.toSeconds()));
    }

    /**
     * Returns how long each stage of a transfer of that tier takes; where people have to come, they come at once.
     *
     * @param elder whether the customer decides slowly, hears every clip slower, and twice what matters
     */
    public Map<Stage, Duration> spent(Tier tier, boolean elder) {
        Function<Screen, Duration> heard = elder ? screen -> slower(voice.apply(screen)) : voice;
        var pace = new Reader.Pace(heard, elder ? DECIDING_SLOWLY : DECIDING, elder);
        return new Reader(policy, Requests.of(tier), pace).readThrough();
    }

    private static Duration slower(Duration clip) {
        return Duration.ofMillis(Math.round(clip.toMillis() / ELDER_RATE));
    }

    /** Returns a line a stage, and the sum. */
    public static String table(Map<Stage, Duration> spent) {
        var table = new StringBuilder();
        spent.forEach((stage, span) -> table.append(row(stage.name(), span)));
        return table.append(row("all", total(spent))).toString();
    }

    public static Duration total(Map<Stage, Duration> spent) {
        return spent.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static String row(String name, Duration span) {
        return String.format(Locale.ROOT, "%-14s %7.1f s\n", name, seconds(span));
    }

    private static double seconds(Duration span) {
        return span.toMillis() / MILLIS;
    }
}
