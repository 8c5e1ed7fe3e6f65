package dev.kioskguard.sim.measure.page;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How long a browser that runs takes from its request for the page, nothing of it kept, until the first screen stands.
 */
public final class FirstPageMeasure implements Measure {

    private static final double MS_MAX = 300;
    private static final int WARM_UP = 5;
    private static final int LOADS = 30;

    private final ContentPack pack;
    private final Path profile;

    /** A measure of the page with the texts of a pack, in a browser whose profile is made in a folder. */
    public FirstPageMeasure(ContentPack pack, Path profile) {
        this.pack = pack;
        this.profile = profile;
    }

    @Override
    public String name() {
        return "page";
    }

    @Override
    public Figure take() throws IOException, InterruptedException {
        var millis = new double[LOADS];
        try (var stage = new PageStage(new MeasuredStates(pack).next())) {
            stage.loadAgainAndAgain();
            try (Browser browser = Browser.at(stage.page(), profile)) {
                for (int n = -WARM_UP; n < LOADS; n++) {
                    millis[Math.max(0, n)] = stage.millisToFirst();
                }
                browser.requireAlive();
            }
        }
        return new Figure(
                name(),
                "page requested until its first screen is on the glass",
                Spread.times("ms", millis),
                null,
                Goal.atMost(MS_MAX));
    }
}
