package dev.kioskguard.sim.app;

import dev.kioskguard.adapter.opencv.look.Answers;
import dev.kioskguard.adapter.opencv.look.Events;
import dev.kioskguard.adapter.opencv.look.Held;
import dev.kioskguard.adapter.opencv.look.Looking;
import dev.kioskguard.adapter.opencv.look.Place;
import dev.kioskguard.adapter.opencv.look.ReportLine;
import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.Sighting.Lens;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Tells each frame and each signal as a row of a table and as a line of the report. One thread. */
final class LookTable implements Looking.Listener {
    private static final double MILLIS = 1000;

    private final CommandLine command;
    private final PrintWriter lines;
    private final boolean labels;
    private final Answers answers = new Answers();
    private final Events events = new Events();
    private @Nullable Place filmed;
    private Instant began = Instant.EPOCH;
    private int seen;
    private int failures;

    LookTable(CommandLine command, PrintWriter lines, boolean labels) {
        this.command = command;
        this.lines = lines;
        this.labels = labels;
        row("people", "face", "call", "phone", "paper", "down", "away", "other", "lens", "ms", "source");
    }

    @Override
    public void seen(Place place, Sighting sighting) {
        seen++;
        if (!place.isPicture() && !place.equals(filmed)) {
            filmed = place;
            began = sighting.at();
        }
        Sighting.Scores scores = sighting.scores();
        row(
                sighting.people(),
                sighting.hasFace() ? "yes" : "no",
                shown(scores.callAtEar()),
                shown(scores.phoneInHand()),
                shown(scores.paperNote()),
                shown(scores.lookingDown()),
                shown(scores.lookingAway()),
                shown(scores.secondPerson()),
                shown(sighting.lens()),
                sighting.took().toMillis(),
                place.isPicture() ? place.name() : place.name() + " at " + seconds(sighting.at()));
        tell(ReportLine.frame(place.name(), sighting));
        if (labels) {
            answers.add(place, sighting);
            events.add(place, sighting);
        }
    }

    @Override
    public void held(Place place, Held held) {
        command.getOut()
                .printf(
                        "%s from %s to %s  %s%n",
                        held.signal(), seconds(held.from()), seconds(held.to()), place.name());
        tell(ReportLine.signal(place.name(), held));
        if (labels) {
            events.add(place, held);
        }
    }

    @Override
    public void failed(Place place, String why) {
        failures++;
        command.getErr().println("kiosk: " + why);
        tell(ReportLine.failure(place.name(), why));
    }

    /** Tells how often the labels were answered rightly. */
    void tellAnswers() {
        if (labels) {
            command.getOut().print("\n" + answers.table() + events.table());
        }
        command.getOut().flush();
    }

    Answers answers() {
        return answers;
    }

    /** Returns whether there was something to look at, and all of it was. */
    boolean isAllSeen() {
        return failures == 0 && seen > 0;
    }

    /** Who follows a stream wants its lines as they come. */
    private void tell(String line) {
        lines.println(line);
        lines.flush();
        command.getOut().flush();
    }

    private void row(Object... cells) {
        command.getOut().printf("%6s %4s %5s %5s %5s %5s %5s %5s %7s %6s  %s%n", cells);
    }

    private String seconds(Instant at) {
        return String.format(Locale.ROOT, "%.1f s", Duration.between(began, at).toMillis() / MILLIS);
    }

    private static String shown(@Nullable Double score) {
        return score == null ? "-" : String.format(Locale.ROOT, "%.2f", score);
    }

    private static String shown(Lens lens) {
        List<String> wrong = new ArrayList<>();
        if (lens.covered()) {
            wrong.add("covered");
        }
        if (lens.dark()) {
            wrong.add("dark");
        }
        if (lens.blurred()) {
            wrong.add("blurred");
        }
        if (lens.frozen()) {
            wrong.add("frozen");
        }
        return wrong.isEmpty() ? "clear" : String.join("+", wrong);
    }
}
