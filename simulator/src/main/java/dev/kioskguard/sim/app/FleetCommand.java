package dev.kioskguard.sim.app;

import dev.kioskguard.app.verb.Places;
import dev.kioskguard.content.Words;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.sim.measure.fleet.FleetFigures;
import dev.kioskguard.sim.measure.fleet.FleetMeasure;
import dev.kioskguard.sim.measure.fleet.FleetPlot;
import dev.kioskguard.sim.measure.fleet.FleetTable;
import dev.kioskguard.sim.measure.fleet.Outfit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb that measures what many machines cost one broker, and one desk. */
@Command(
        name = "fleet",
        description = "Measures one Mosquitto of this machine with up to 2,000 machines in software, on loopback only.")
public final class FleetCommand implements Callable<Integer> {

    private static final int WARM_UP = 100;
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final String TABLE = "fleet.tsv";
    private static final String PLOT = "fleet.png";

    @Mixin
    @SuppressWarnings("NullAway.Init") // filled in by picocli before the call
    private Places places;

    @Spec
    @SuppressWarnings("NullAway.Init") // filled in by picocli before the call
    private CommandSpec spec;

    @Option(
            names = "--machines",
            paramLabel = "N",
            split = ",",
            defaultValue = "250,500,1000,2000",
            description = "how many, one size after another (${DEFAULT-VALUE})")
    private List<Integer> sizes = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "writes fleet.tsv and its plot, fleet.png, here too")
    private @Nullable Path out;

    @Option(
            names = "--plot",
            paramLabel = "FILE.tsv",
            description = "measures nothing: draws fleet.png beside a table of before")
    private @Nullable Path drawn;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (drawn != null) {
            draw(FleetTable.read(Files.readAllLines(drawn)), drawn.resolveSibling(PLOT));
            return 0;
        }
        List<FleetFigures> figures = figures();
        PrintWriter told = spec.commandLine().getOut();
        told.print(FleetTable.text(figures));
        told.flush();
        if (out != null) {
            Files.writeString(Files.createDirectories(out).resolve(TABLE), FleetTable.text(figures));
            draw(figures, out.resolve(PLOT));
        }
        return 0;
    }

    private List<FleetFigures> figures() throws IOException, InterruptedException {
        for (int size : sizes) {
            if (size < 1 || size > FleetMeasure.MACHINES_MAX) {
                throw new ParameterException(
                        spec.commandLine(), "--machines must lie between 1 and " + FleetMeasure.MACHINES_MAX);
            }
        }
        var figures = new ArrayList<FleetFigures>();
        try (var scratch = new Scratch("fleet")) {
            var outfit = Outfit.of(new SecureRandom(), InstantSource.system(), words());
            var measure = new FleetMeasure(scratch.folder(), outfit, ROUNDS, ROUND);
            FleetFigures unused = measure.take(WARM_UP); // what is made once for all is counted with nobody
            for (int size : sizes) {
                spec.commandLine().getErr().println("kiosk: measuring %d machines".formatted(size));
                figures.add(measure.take(size));
            }
        }
        return figures;
    }

    private Words words() {
        var current = StoryCommand.configuration(places.config());
        return ContentPacks.read(places.config().resolve(current.content().folder()))
                .words();
    }

    private static void draw(List<FleetFigures> figures, Path file) throws IOException {
        Files.write(file, FleetPlot.png(figures));
    }
}
