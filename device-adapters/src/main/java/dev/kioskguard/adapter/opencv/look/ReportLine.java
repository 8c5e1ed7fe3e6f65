package dev.kioskguard.adapter.opencv.look;

import dev.kioskguard.vision.Sighting;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A line of a camera report, as JSON. */
public final class ReportLine {
    private static final JsonMapper JSON = new JsonMapper();
    private static final double DIGITS = 10_000;

    private ReportLine() {}

    /** What one frame shows. */
    public static String frame(String source, Sighting sighting) {
        ObjectNode line = JSON.createObjectNode()
                .put("source", source)
                .put("frame", sighting.frame())
                .put("at", sighting.at().toString())
                .put("people", sighting.people())
                .put("face", sighting.hasFace())
                .put("faceCovered", sighting.faceCovered());
        Sighting.Scores scores = sighting.scores();
        line.putObject("scores")
                .put("callAtEar", rounded(scores.callAtEar()))
                .put("phoneInHand", rounded(scores.phoneInHand()))
                .put("paperNote", rounded(scores.paperNote()))
                .put("lookingDown", rounded(scores.lookingDown()))
                .put("lookingAway", rounded(scores.lookingAway()))
                .put("secondPerson", rounded(scores.secondPerson()));
        Sighting.Lens lens = sighting.lens();
        line.putObject("camera")
                .put("covered", lens.covered())
                .put("dark", lens.dark())
                .put("blurred", lens.blurred())
                .put("frozen", lens.frozen());
        line.put("ms", sighting.took().toNanos() / 1e6);
        ObjectNode terms = line.putObject("terms");
        sighting.terms().forEach(term -> terms.put(term.name(), rounded(term.value())));
        return line.toString();
    }

    /** A signal that held from one time of a stream or clip to another. */
    public static String signal(String source, Held held) {
        return JSON.createObjectNode()
                .put("source", source)
                .put("signal", held.signal().name())
                .put("from", held.from().toString())
                .put("to", held.to().toString())
                .toString();
    }

    /** What could not be looked at, and why. */
    public static String failure(String source, String why) {
        return JSON.createObjectNode().put("source", source).put("failure", why).toString();
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : Math.round(value * DIGITS) / DIGITS;
    }
}
