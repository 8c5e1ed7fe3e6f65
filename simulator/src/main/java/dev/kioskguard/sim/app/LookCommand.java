package dev.kioskguard.sim.app;

import dev.kioskguard.adapter.opencv.look.Fit;
import dev.kioskguard.adapter.opencv.look.Looking;
import dev.kioskguard.adapter.opencv.look.Place;
import dev.kioskguard.adapter.opencv.model.Models;
import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.verb.StopSignal;
import dev.kioskguard.vision.View;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb that says what the camera side sees in pictures, clips, streams and folders. */
@Command(
        name = "look",
        description = "Says what the camera side sees: of a picture once, of a clip, a stream or a camera five times a"
                + " second, with the signals that hold by the rules over time. A stream is looked at until it ends, or"
                + " ctrl-c, or --for. No picture is kept, and none is written unless --errors asks for it.")
public final class LookCommand implements Callable<Integer> {
    private static final int BAR = 40;

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "a picture, a clip, a folder of them, an http: or rtsp: stream, or a camera's number")
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

    @Option(names = "--fit", description = "with --labels: prints the table of weights as these labels would have it")
    private boolean fit;

    @Option(names = "--for", paramLabel = "PT30S", description = "ends the looking, also at a stream, after so long")
    private @Nullable Duration length;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            defaultValue = "${sys:kioskguard.home:-.}/config",
            description = "whose camera: says how cameras and streams hang (default: config)")
    private Path config = Path.of("config");

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
    @SuppressWarnings("try") // The stop is only to be closed, and last.
    public Integer call() throws IOException {
        if (!labels && (fit || errors != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--fit and --errors need --labels: they compare with them");
        }
        List<Place> places = new ArrayList<>();
        for (String source : sources) {
            places.addAll(Place.at(source));
        }
        if (places.isEmpty()) {
            spec.commandLine().getErr().println("kiosk: there is no picture and no clip in " + sources);
            return 1;
        }
        try (var stop = new StopSignal();
                var looking = Looking.open(Models.prepared(), InstantSource.system(), view(places));
                Writer lines = report == null ? Writer.nullWriter() : Files.newBufferedWriter(report)) {
            endInTime(stop, looking);
            var told = new LookTable(spec.commandLine(), new PrintWriter(lines), labels);
            for (int i = 0; i < places.size(); i++) {
                progress(i, places.size());
                looking.at(places.get(i), told);
            }
            progress(places.size(), places.size());
            told.tellAnswers();
            if (labels && fit) {
                spec.commandLine().getOut().print("\n" + Fit.rows(told.answers()));
                spec.commandLine().getOut().flush();
            }
            if (labels && errors != null) {
                looking.drawErrors(told.answers(), errors);
            }
            return told.isAllSeen() ? 0 : 1;
        }
    }

    /** A folder, a clip or a picture needs no configuration. */
    private View view(List<Place> places) {
        if (places.stream().noneMatch(Place::isCamera)) {
            return View.WHOLE;
        }
        try (ConfigWatch read = ConfigWatch.open(config.resolve("kiosk.yaml"), InstantSource.system())) {
            return read.current().camera();
        }
    }

    private void endInTime(StopSignal stop, Looking looking) {
        var waiting = new Thread(
                () -> {
                    try {
                        if (length == null) {
                            stop.await();
                        } else {
                            stop.await(length);
                        }
                        looking.stop();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "look-end");
        waiting.setDaemon(true);
        waiting.start();
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
}
