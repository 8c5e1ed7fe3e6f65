package dev.kioskguard.adapter.opencv.look;

import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.rule.SignalRules;
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
 * frame on. A clip too short for the rules over time proves nothing of a signal: it is told apart, and in no share. One
 * thread.
 */
public final class Events {
    private static final double MILLIS = 1000;

    private final Map<Place, Clip> clips = new LinkedHashMap<>();

    /** What is known of one clip: from when to when it was seen, and when each question was first answered with yes. */
    private record Clip(Instant began, Instant seen, int frames, Map<Question, Instant> told) {

        Clip with(Instant frame) {
            return new Clip(began, frame, frames + 1, told);
        }

        boolean canRaise(Question question) {
            return question.signals().stream()
                    .anyMatch(signal -> SignalRules.canRaise(signal, frames, Duration.between(began, seen)));
        }
    }

    /** Takes in a frame. */
    public void add(Place place, Sighting sighting) {
        if (!place.isPicture()) {
            Instant at = sighting.at();
            clips.compute(
                    place, (clip, known) -> known == null ? new Clip(at, at, 1, new TreeMap<>()) : known.with(at));
        }
    }

    /** Takes in a signal of a clip whose frames were taken in before. */
    public void add(Place place, Held held) {
        Clip clip = clips.get(place);
        if (clip == null) {
            throw new IllegalArgumentException("a signal comes after the frame that shows it");
        }
        for (Question question : Question.values()) {
            if (question.signals().contains(held.signal())) {
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

    private static void row(StringBuilder table, Question question, String label, List<Clip> all) {
        List<Clip> of = all.stream().filter(clip -> clip.canRaise(question)).toList();
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
        String left = of.size() == all.size() ? "" : ", %d too short".formatted(all.size() - of.size());
        table.append("  %-34s %s%s%s%n"
                .formatted(
                        (isYes(question, label) ? "right in " : "wrong in ") + label,
                        new Proportion(seconds.size(), of.size()),
                        soon,
                        left));
    }
}
