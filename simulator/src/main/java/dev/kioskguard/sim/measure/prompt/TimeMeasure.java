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

/** How long an honest customer needs for a transfer of a tier, hearing every screen out and reading along. */
public final class TimeMeasure implements Measure {

    private static final Duration DECIDING = Duration.ofSeconds(1);
    private static final Duration DECIDING_SLOWLY = Duration.ofSeconds(4);

    /** A transfer against which nothing speaks is to be done in two minutes. */
    private static final double GREEN_SECONDS_MAX = 120;

    private static final double MILLIS = 1_000;

    private final Policy policy;
    private final Function<Screen, Duration> voice;
    private final Tier tier;

    public TimeMeasure(Policy policy, Function<Screen, Duration> voice, Tier tier) {
        this.policy = policy;
        this.voice = voice;
        this.tier = tier;
    }

    @Override
    public String name() {
        return "time-" + tier.word();
    }

    @Override
    public Figure take() {
        double seconds = seconds(total(spent(false)));
        double elder = seconds(total(spent(true)));
        return new Figure(
                name(),
                "time of an honest customer for a " + tier.word() + " transfer / of an elder one",
                new Spread("s", seconds, seconds),
                new Spread("s", elder, elder),
                Goal.atMost(1));
    }

    /** Returns whether green stays under two minutes. */
    public static boolean isShortEnough(Map<Stage, Duration> spent) {
        return seconds(total(spent)) <= GREEN_SECONDS_MAX;
    }

    /** Returns how long each stage takes; the elder customer decides slowly and hears twice what matters. */
    public Map<Stage, Duration> spent(boolean elder) {
        var pace = new Reader.Pace(voice, elder ? DECIDING_SLOWLY : DECIDING, elder);
        return new Reader(policy, Requests.of(tier), pace).readThrough();
    }

    /** Returns a line a stage, and the sum. */
    public static String table(Map<Stage, Duration> spent) {
        var table = new StringBuilder();
        spent.forEach((stage, span) -> table.append(row(stage.name(), span)));
        return table.append(row("all", total(spent))).toString();
    }

    private static String row(String name, Duration span) {
        return String.format(Locale.ROOT, "%-14s %7.1f s\n", name, seconds(span));
    }

    private static Duration total(Map<Stage, Duration> spent) {
        return spent.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static double seconds(Duration span) {
        return span.toMillis() / MILLIS;
    }
}
