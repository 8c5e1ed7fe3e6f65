package dev.kioskguard.sim.measure.desk;

import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import dev.kioskguard.sim.measure.desk.DeskVisits.Taken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** How long people wait for each other: staff for a page, and a customer for what staff have decided. */
public final class DeskMeasure implements Measure {

    private static final double EMBEDDED_MS_MAX = 300;
    private static final double BROKER_MS_MAX = 500;

    private final String name;
    private final String what;
    private final double limit;
    private final DeskVisits visits;
    private final Function<Taken, List<Double>> which;

    private DeskMeasure(
            String name, String what, double limit, DeskVisits visits, Function<Taken, List<Double>> which) {
        this.name = name;
        this.what = what;
        this.limit = limit;
        this.visits = visits;
        this.which = which;
    }

    /**
     * Returns both waits, at the machine's own desk and over a broker on this machine; each two are taken in one go.
     *
     * @param config the folder of the configuration
     * @param scratch a folder for what simulations and browsers leave behind
     */
    public static List<Measure> all(Path config, Path scratch) {
        var own = new DeskVisits(config, scratch.resolve("own"), false);
        var branch = new DeskVisits(config, scratch.resolve("branch"), true);
        String page = "signal until its page is on the glass, ";
        String verdict = "verdict until the customer's screen, ";
        String ownDesk = "own desk";
        String branchDesk = "over Mosquitto";
        return List.of(
                new DeskMeasure("desk-page", page + ownDesk, EMBEDDED_MS_MAX, own, Taken::pages),
                new DeskMeasure("desk-verdict", verdict + ownDesk, EMBEDDED_MS_MAX, own, Taken::verdicts),
                new DeskMeasure("branch-page", page + branchDesk, BROKER_MS_MAX, branch, Taken::pages),
                new DeskMeasure("branch-verdict", verdict + branchDesk, BROKER_MS_MAX, branch, Taken::verdicts));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Figure take() throws IOException, InterruptedException {
        double[] millis = which.apply(visits.take()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Figure(name, what, Spread.times("ms", millis), null, Goal.p95AtMost(limit));
    }
}
