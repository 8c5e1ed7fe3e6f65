package dev.kioskguard.sim.app;

import dev.kioskguard.adapter.opencv.look.Answers;
import dev.kioskguard.adapter.opencv.look.Looking;
import dev.kioskguard.adapter.opencv.look.Place;
import dev.kioskguard.adapter.opencv.look.ReportLine;
import dev.kioskguard.adapter.opencv.model.Models;
import dev.kioskguard.vision.Sighting;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb that says what the camera side sees in pictures and folders of them. */
@Command(
        name = "look",
        description = "Says what the camera side sees in pictures and folders of them. No picture is kept, and none is"
                + " written unless --errors asks for it.")
public final class LookCommand implements Callable<Integer> {
    private static final int BAR = 40;

    @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "a picture, or a folder of them")
    private List<String> sources = List.of();

    @Option(
            names = "--labels",
            description =
                    "folders are named by what is in them (call_ear, phone_hand, none …): how often is that seen?")
    private boolean labels;

    @Option(names = "--report", paramLabel = "FILE.jsonl", description = "writes a line of JSON for each frame")
    private @Nullable Path report;

    @Option(
            names = "--errors",
            paramLabel = "FILE.png",
            description = "with --labels: draws the pictures that were answered wrongly on one sheet")
    private @Nullable Path errors;

    @Option(
            names = "--bar",
            hidden = true,
            defaultValue = "${sys:kioskguard.bar:-false}",
            description = "draws a bar on standard error; the launcher knows whether that is a terminal")
    private boolean bar;

    @Spec
    @SuppressWarnings("NullAway.Init") // filled in by picocli before the call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<Place> places = new ArrayList<>();
        for (String source : sources) {
            places.addAll(Place.at(source));
        }
        try (var looking = Looking.open(Models.prepared());
                Writer lines = report == null ? Writer.nullWriter() : Files.newBufferedWriter(report)) {
            var told = new Told(spec.commandLine().getOut(), new PrintWriter(lines));
            for (int i = 0; i < places.size(); i++) {
                progress(i, places.size());
                looking.at(places.get(i), told);
            }
            progress(places.size(), places.size());
            tellAnswers(looking, told.answers);
            return told.failures == 0 && told.seen > 0 ? 0 : 1;
        }
    }

    private void tellAnswers(Looking looking, Answers answers) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (labels) {
            out.print("\n" + answers.table());
        }
        if (labels && errors != null) {
            looking.drawErrors(answers, errors);
        }
        out.flush();
    }

    /** A bar for whoever watches; a file or a pipe gets none. */
    private void progress(int done, int all) {
        if (!bar || all < 2) {
            return;
        }
        PrintWriter err = spec.commandLine().getErr();
        int full = BAR * done / all;
        err.print("\r[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + done + "/" + all);
        err.print(done == all ? "\n" : "");
        err.flush();
    }

    /** Tells each frame as a row of a table and as a line of the report. */
    private final class Told implements Looking.Listener {
        private final PrintWriter table;
        private final PrintWriter lines;
        private final Answers answers = new Answers();
        private int seen;
        private int failures;

        Told(PrintWriter table, PrintWriter lines) {
            this.table = table;
            this.lines = lines;
            table.printf(
                    "%6s %4s %5s %5s %5s %5s %5s %5s %6s  %s%n",
                    "people", "face", "call", "phone", "paper", "down", "away", "other", "ms", "source");
        }

        @Override
        public void seen(Place place, Sighting sighting) {
            seen++;
            Sighting.Scores scores = sighting.scores();
            table.printf(
                    Locale.ROOT,
                    "%6d %4s %5s %5s %5s %5s %5s %5s %6.0f  %s%n",
                    sighting.people(),
                    sighting.hasFace() ? "yes" : "no",
                    shown(scores.callAtEar()),
                    shown(scores.phoneInHand()),
                    shown(scores.paperNote()),
                    shown(scores.lookingDown()),
                    shown(scores.lookingAway()),
                    shown(scores.secondPerson()),
                    sighting.took().toNanos() / 1e6,
                    place.name());
            lines.println(ReportLine.frame(place.name(), sighting));
            if (labels) {
                answers.add(place, sighting);
            }
        }

        @Override
        public void failed(Place place, String why) {
            failures++;
            spec.commandLine().getErr().println("kiosk: " + why);
            lines.println(ReportLine.failure(place.name(), why));
        }

        private static String shown(@Nullable Double score) {
            return score == null ? "-" : String.format(Locale.ROOT, "%.2f", score);
        }
    }
}
