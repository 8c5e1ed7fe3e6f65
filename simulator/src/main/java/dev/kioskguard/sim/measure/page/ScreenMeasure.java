package dev.kioskguard.sim.measure.page;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** How long the page takes from the arrival of a state until two frames later all of it is on the glass. */
public final class ScreenMeasure implements Measure {

    private static final double P95_MS_MAX = 50;
    private static final int ROUNDS = 10;
    private static final int CHANGES_A_ROUND = 60;
    private static final double SLOW_SHARE = 0.95;

    private final ContentPack pack;
    private final Path profile;

    /** A measure of the page with the texts of a pack, in a browser whose profile is made in a folder. */
    public ScreenMeasure(ContentPack pack, Path profile) {
        this.pack = pack;
        this.profile = profile;
    }

    @Override
    public String name() {
        return "screen";
    }

    @Override
    public Figure take() throws IOException, InterruptedException {
        var states = new MeasuredStates(pack);
        var p95 = new double[ROUNDS];
        try (var stage = new PageStage(states.next());
                Browser browser = Browser.at(stage.page(), profile)) {
            stage.millisToFirst();
            round(stage, states);
            for (int n = 0; n < ROUNDS; n++) {
                p95[n] = round(stage, states);
            }
            browser.requireAlive();
        }
        return new Figure(
                name(),
                "state arrives until it is on the glass, p95 of a round",
                Spread.times("ms", p95),
                null,
                Goal.atMost(P95_MS_MAX));
    }

    private static double round(PageStage stage, MeasuredStates states) throws InterruptedException, IOException {
        var millis = new double[CHANGES_A_ROUND];
        for (int n = 0; n < CHANGES_A_ROUND; n++) {
            millis[n] = stage.millisToShow(states.next());
        }
        Arrays.sort(millis);
        return millis[(int) (CHANGES_A_ROUND * SLOW_SHARE)];
    }
}
