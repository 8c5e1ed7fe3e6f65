package dev.kioskguard.sim.app;

import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.verb.Places;
import dev.kioskguard.app.wiring.GuardSetup.Wording;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.sim.story.Story;
import dev.kioskguard.sim.story.Story.Outcome;
import dev.kioskguard.sim.story.StoryPlayer;
import dev.kioskguard.sim.story.read.StoryInvalidException;
import dev.kioskguard.sim.story.read.StoryReader;
import dev.kioskguard.sim.story.virtual.Workshop;
import dev.kioskguard.sim.story.wire.WireStage;
import dev.kioskguard.sim.whole.ConfigCopy;
import dev.kioskguard.sim.whole.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The verb that plays stories. */
@Command(
        name = "story",
        description = {
            "Plays stories in virtual time: the real guard, journal and clearances, and no waiting.",
            "Exit code 1 where an expectation fails, 2 where a story is not valid; both name file and line."
        })
public final class StoryCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int INVALID = 2;
    private static final String HOSTED = "\nownership: hosted";
    private static final String BESIDE = "\nownership: beside";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Spec
    private CommandSpec spec;

    @Mixin
    private Places places;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "stories, see config/stories/README.md")
    private List<Path> files;

    @Option(names = "--report", paramLabel = "FILE.json", description = "writes how each story went")
    private @Nullable Path report;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "what chance is drawn from (default: 1)")
    private long seed;

    @Option(
            names = "--real-time",
            description = "plays on a simulation of its own for each story, over the public calls, in real time")
    private boolean realTime;

    @Option(
            names = "--pace",
            paramLabel = "N",
            defaultValue = "1",
            description = "lets that simulation's time run N times as fast")
    private int pace;

    @Option(names = "--port-base", paramLabel = "B", description = "where that simulation serves (default: kiosk.yaml)")
    private @Nullable Integer portBase;

    @Override
    public Integer call() {
        if (pace < 1 || pace > Time.PACE_MAX) {
            throw new ParameterException(spec.commandLine(), "--pace must lie between 1 and " + Time.PACE_MAX);
        }
        var stories = new ArrayList<Story>();
        PrintWriter err = spec.commandLine().getErr();
        boolean valid = true;
        for (Path file : files) {
            try {
                stories.add(StoryReader.read(file));
            } catch (StoryInvalidException wrong) {
                err.println("kiosk: " + wrong.getMessage());
                valid = false;
            }
        }
        err.flush();
        return valid ? play(stories) : INVALID;
    }

    private int play(List<Story> stories) {
        Function<Story, Outcome> player = realTime ? this::inRealTime : inVirtualTime()::play;
        var outcomes = new ArrayList<Outcome>();
        for (Story story : stories) {
            Outcome outcome = player.apply(story);
            outcomes.add(outcome);
            tell(outcome);
        }
        if (report != null) {
            write(report, outcomes);
        }
        return outcomes.stream().allMatch(Outcome::passed) ? 0 : FAILED;
    }

    private StoryPlayer inVirtualTime() {
        var workshop = workshop(places.config(), seed);
        return new StoryPlayer(workshop::stage, story -> workshop.chance());
    }

    private Outcome inRealTime(Story story) {
        InstantSource wall = InstantSource.system();
        String folder = configuration(places.config()).content().folder();
        try (var data = new Scratch("kiosk-story")) {
            Path config = story.given().hosted()
                    ? places.config()
                    : ConfigCopy.of(places.config(), data.folder().resolve("config"), HOSTED, BESIDE);
            var options = new Simulation.Options(
                    config, data.folder().resolve("data"), true, Optional.ofNullable(portBase), pace, seed, false);
            var pack = Wording.read(places.config(), folder).pack();
            return new StoryPlayer(one -> WireStage.start(options, wall, pack), one -> new SplittableRandom(seed))
                    .play(story);
        }
    }

    private void tell(Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(outcome.failure() == null ? "passed " + outcome.story() : "FAILED " + outcome.story());
        out.flush();
        if (outcome.failure() != null) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("kiosk: " + outcome.failure());
            err.flush();
        }
    }

    /** Builds what stages are made of, from the configuration that a terminal would have. */
    static Workshop workshop(Path config, long seed) {
        try (var watch = ConfigWatch.open(config.resolve("kiosk.yaml"), InstantSource.system())) {
            KioskConfig current = watch.current();
            var wording = Wording.read(config, current.content().folder());
            return new Workshop(current, watch.risk().current(), wording, seed);
        }
    }

    static KioskConfig configuration(Path config) {
        try (var watch = ConfigWatch.open(config.resolve("kiosk.yaml"), InstantSource.system())) {
            return watch.current();
        }
    }

    private static void write(Path report, List<Outcome> outcomes) {
        try {
            Files.writeString(report, JSON.writeValueAsString(outcomes) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the report cannot be written to " + report, unwritable);
        }
    }
}
