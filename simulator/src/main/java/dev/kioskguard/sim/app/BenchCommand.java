package dev.kioskguard.sim.app;

import dev.kioskguard.adapter.opencv.model.Models;
import dev.kioskguard.app.verb.Places;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Report;
import dev.kioskguard.sim.measure.desk.DeskMeasure;
import dev.kioskguard.sim.measure.guard.LineMeasure;
import dev.kioskguard.sim.measure.guard.StepMeasure;
import dev.kioskguard.sim.measure.guard.TransfersMeasure;
import dev.kioskguard.sim.measure.look.LoopMeasure;
import dev.kioskguard.sim.measure.look.ProcessorMeasure;
import dev.kioskguard.sim.measure.look.ResidentMeasure;
import dev.kioskguard.sim.measure.page.FirstPageMeasure;
import dev.kioskguard.sim.measure.page.ScreenMeasure;
import dev.kioskguard.sim.measure.process.Launcher;
import dev.kioskguard.sim.measure.process.MemoryMeasure;
import dev.kioskguard.sim.measure.process.ReadyMeasure;
import dev.kioskguard.sim.measure.process.Visitors;
import dev.kioskguard.sim.measure.prompt.TapperMeasure;
import dev.kioskguard.sim.measure.prompt.TimeMeasure;
import dev.kioskguard.sim.measure.wire.StatusMeasure;
import dev.kioskguard.sim.measure.xfs.GetInfoMeasure;
import dev.kioskguard.sim.story.Story;
import dev.kioskguard.sim.story.read.StoryReader;
import dev.kioskguard.sim.story.virtual.Workshop;
import dev.kioskguard.transfer.Tier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb that measures what the house promises in figures. */
@Command(name = "bench", description = "Measures what is promised in figures; a table, and JSON for programs.")
public final class BenchCommand implements Callable<Integer> {

    private static final String HONEST = "stories/honest-customer.yaml";
    private static final long SEED = 1;
    private static final int TRANSFERS = 20;
    private static final int MISSED = 1;

    private final UnaryOperator<List<Measure>> taken;

    @Mixin
    @SuppressWarnings("NullAway.Init") // filled in by picocli before the call
    private Places places;

    @Spec
    @SuppressWarnings("NullAway.Init") // filled in by picocli before the call
    private CommandSpec spec;

    @Option(names = "--json", paramLabel = "FILE", description = "writes the figures here too")
    private @Nullable Path json;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description =
                    "measures only status, line, step, transfers, tapper-TIER, time, ready, memory, memory-used, screen, page,"
                            + " desk-page, desk-verdict, branch-page, branch-verdict,"
                            + " xfs-info, xfs-completion, xfs-storm, xfs-flat,"
                            + " look-memory, look-loop, look-share or look-rate; may be given again")
    private Set<String> only = Set.of();

    @Option(
            names = "--home",
            hidden = true,
            defaultValue = "${sys:kioskguard.home:-.}",
            description = "the folder of the launcher; its disk is the one that is measured")
    @SuppressWarnings("NullAway.Init") // filled in by picocli before the call
    private Path home;

    public BenchCommand() {
        this(UnaryOperator.identity());
    }

    /** A bench that takes, of all that there is to measure, what it is told to. */
    BenchCommand(UnaryOperator<List<Measure>> taken) {
        this.taken = taken;
    }

    /** Returns 1 when a goal is missed, and says which. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory(Files.createDirectories(home.resolve("target")), "bench");
        try {
            var report = new Report(Instant.now(), measure(chosen(taken.apply(all(scratch)))));
            PrintWriter out = spec.commandLine().getOut();
            out.print(report.table());
            out.flush();
            if (json != null) {
                Files.writeString(json, report.json());
            }
            return told(report.missed());
        } finally {
            remove(scratch);
        }
    }

    private int told(List<String> missed) {
        if (missed.isEmpty()) {
            return 0;
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("kiosk: goals not reached: " + String.join(", ", missed));
        err.flush();
        return MISSED;
    }

    private List<Measure> all(Path scratch) {
        Workshop workshop = StoryCommand.workshop(places.config(), SEED);
        Policy policy = workshop.policy();
        Story honest = StoryReader.read(places.config().resolve(HONEST));
        var launcher = new Launcher(home.resolve("kiosk"), places.config(), scratch);
        var all = new ArrayList<Measure>(List.of(
                new StatusMeasure(),
                new LineMeasure(scratch.resolve("line")),
                new StepMeasure(scratch.resolve("step"), policy.script(), policy.risk()),
                new TransfersMeasure(workshop, honest)));
        for (Tier tier : Tier.values()) {
            all.add(new TapperMeasure(policy, tier));
        }
        all.add(new TimeMeasure(policy, workshop::voice));
        all.add(new ReadyMeasure(launcher));
        all.add(new MemoryMeasure(launcher, "memory", visitors(0, honest)));
        all.add(new MemoryMeasure(launcher, "memory-used", visitors(TRANSFERS, honest)));
        all.add(new ScreenMeasure(pack(), scratch.resolve("screen")));
        all.add(new FirstPageMeasure(pack(), scratch.resolve("page")));
        all.addAll(DeskMeasure.all(places.config(), scratch));
        all.addAll(GetInfoMeasure.all());
        if (Models.prepared().stand()) {
            all.addAll(List.of(
                    new ResidentMeasure(), new LoopMeasure(), ProcessorMeasure.share(), ProcessorMeasure.rate()));
        }
        return all;
    }

    private ContentPack pack() {
        var current = StoryCommand.configuration(places.config());
        return ContentPacks.read(places.config().resolve(current.content().folder()));
    }

    private Visitors visitors(int count, Story honest) {
        var current = StoryCommand.configuration(places.config());
        return new Visitors(
                count, Time.wall(InstantSource.system()), current.terminal().id(), pack(), honest);
    }

    private List<Measure> chosen(List<Measure> all) {
        List<String> names = all.stream().map(Measure::name).toList();
        only.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new ParameterException(
                    spec.commandLine(), "nothing measures %s; there are %s".formatted(name, String.join(", ", names)));
        });
        return all.stream()
                .filter(measure -> only.isEmpty() || only.contains(measure.name()))
                .toList();
    }

    private List<Figure> measure(List<Measure> measures) throws IOException, InterruptedException {
        var figures = new ArrayList<Figure>();
        for (Measure measure : measures) {
            spec.commandLine().getErr().println("kiosk: measuring " + measure.name());
            figures.add(measure.take());
        }
        return figures;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
