package dev.kioskguard.adapter.opencv.look;

import dev.kioskguard.vision.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which labelled clips raised which signals, and how soon. What a clip's label names is taken to be so from its first
 * frame on. One thread.
 */
public final class Events {
    private static final double MILLIS = 1000;

    private final Map<Place, Clip> clips = new LinkedHashMap<>();

    /** What is known of one clip: when it begins, and when each question was first answered with yes. */
    private record Clip(Instant began, Map<Question, Instant> told) {}

    /** Takes in a frame, of which the first of a clip counts. */
    public void add(Place place, Sighting sighting) {
        if (!place.isPicture()) {
            clips.computeIfAbsent(place, first -> new Clip(sighting.at(), new TreeMap<>()));
        }
    }

    /** Takes in a signal of a clip whose frames were taken in before. */
    public void add(Place place, Held held) {
        Clip clip = clips.get(place);
        if (clip == null) {
            throw new IllegalArgumentException("a signal comes after the frame that shows it");
        }
        for (Question question : Question.values()) {
            if (question.isRaisedBy(held.signal())) {
                clip.told().merge(question, held.told(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
    }

    /** Returns for each question that the labels answer how many clips raise it, by label; nothing without clips. */
    public String table() {
        var table = new StringBuilder();
        for (Question question : Question.values()) {
            Map<String, List<Clip>> byLabel = byLabel(question);
            if (byLabel.keySet().stream().anyMatch(label -> isYes(question, label))) {
                table.append("%s, clips that raise it%n".formatted(question));
                byLabel.forEach((label, of) -> row(table, question, label, of));
            }
        }
        return table.toString().replace(System.lineSeparator(), "\n");
    }

    private Map<String, List<Clip>> byLabel(Question question) {
        Map<String, List<Clip>> groups = new TreeMap<>();
        clips.forEach((place, clip) -> {
            if (question.truth(place.label()).isPresent()) {
                groups.merge(place.label(), List.of(clip), Events::both);
            }
        });
        return groups;
    }

    private static List<Clip> both(List<Clip> one, List<Clip> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static boolean isYes(Question question, String label) {
        return question.truth(label).orElse(false);
    }

    private static void row(StringBuilder table, Question question, String label, List<Clip> of) {
        List<Double> seconds = of.stream()
                .flatMap(clip -> Optional.ofNullable(clip.told().get(question))
                        .map(told -> Duration.between(clip.began(), told).toMillis() / MILLIS)
                        .stream())
                .sorted()
                .toList();
        String soon = seconds.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", after %.1f s (median), %.1f s at most",
                        seconds.get(seconds.size() / 2),
                        seconds.get(seconds.size() - 1));
        table.append("  %-34s %s%s%n"
                .formatted(
                        (isYes(question, label) ? "right in " : "wrong in ") + label,
                        new Proportion(seconds.size(), of.size()),
                        soon));
    }
}
