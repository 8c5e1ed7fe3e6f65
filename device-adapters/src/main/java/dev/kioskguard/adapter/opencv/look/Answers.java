package dev.kioskguard.adapter.opencv.look;

import dev.kioskguard.vision.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was answered about labelled frames, and how often it was right. One thread. */
public final class Answers {
    /** Labelled frames that are compared, the first ones; with its terms one takes about a kilobyte. */
    static final int FRAMES_MAX = 100_000;

    private static final double BEST_FALSE_RATE = 0.05;

    private final List<Answer> all = new ArrayList<>();
    private long tooMany;

    /** One frame's answers. */
    public record Answer(Place place, Sighting sighting) {}

    /** Takes in a frame. One of a stream or camera has no label, so it answers nothing and is not kept. */
    public void add(Place place, Sighting sighting) {
        if (place.label().isEmpty()) {
            return;
        }
        if (all.size() < FRAMES_MAX) {
            all.add(new Answer(place, sighting));
        } else {
            tooMany++;
        }
    }

    List<Answer> all() {
        return List.copyOf(all);
    }

    /** Whether any of the labels means yes to {@code question}: without one there is nothing to measure. */
    public boolean asks(Question question) {
        return !having(question, true).isEmpty();
    }

    /** Frames that were answered wrongly, the most wrongly first. */
    public List<Answer> wrong(Question question) {
        return all.stream()
                .filter(answer -> question.truth(answer.place().label())
                        .filter(truth -> truth != isYes(question, answer))
                        .isPresent())
                .sorted((one, other) -> Double.compare(
                        Math.abs(question.score(other.sighting()) - Question.YES_MIN),
                        Math.abs(question.score(one.sighting()) - Question.YES_MIN)))
                .toList();
    }

    private static boolean isYes(Question question, Answer answer) {
        return question.score(answer.sighting()) >= Question.YES_MIN;
    }

    /** A table of all questions that the labels answer, and for each the share of yes in each folder. */
    public String table() {
        var table = new StringBuilder();
        for (Question question : Question.values()) {
            if (asks(question)) {
                tell(question, table);
            }
        }
        if (tooMany > 0) {
            table.append("of the first %d labelled frames; %d more were not compared\n".formatted(FRAMES_MAX, tooMany));
        }
        return table.toString();
    }

    private void tell(Question question, StringBuilder table) {
        List<Answer> yes = having(question, true);
        List<Answer> no = having(question, false);
        row(table, question.name(), "");
        row(table, "  recall", said(question, yes));
        row(table, "  recall where a face is found", said(question, withFace(yes)));
        row(table, "  false positives", said(question, no));
        row(table, "  precision", precision(question, yes, no));
        row(table, "  area under the curve", figure(area(question, yes, no)));
        row(table, "  the same where a face is found", figure(area(question, withFace(yes), withFace(no))));
        row(
                table,
                "  recall at 5 % false positives",
                atFalseRate(question, yes, no).toString());
        byLabel(question).forEach((label, answers) -> row(table, "  yes in " + label, said(question, answers)));
    }

    /** A dash for what there is nothing to tell from. */
    private static String figure(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static void row(StringBuilder table, String name, Object value) {
        table.append(String.format(Locale.ROOT, "%-36s %s%n", name, value).replace(System.lineSeparator(), "\n"));
    }

    private List<Answer> having(Question question, boolean truth) {
        return all.stream()
                .filter(answer -> question.truth(answer.place().label())
                        .filter(right -> right == truth)
                        .isPresent())
                .toList();
    }

    private Map<String, List<Answer>> byLabel(Question question) {
        Map<String, List<Answer>> groups = new TreeMap<>();
        all.stream()
                .filter(answer -> question.truth(answer.place().label()).isPresent())
                .forEach(answer -> groups.computeIfAbsent(answer.place().label(), label -> new ArrayList<>())
                        .add(answer));
        return groups;
    }

    private static List<Answer> withFace(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.sighting().hasFace()).toList();
    }

    private static Proportion said(Question question, List<Answer> answers) {
        long hits = answers.stream().filter(answer -> isYes(question, answer)).count();
        return new Proportion(hits, answers.size());
    }

    private static Proportion precision(Question question, List<Answer> yes, List<Answer> no) {
        long right = said(question, yes).hits();
        return new Proportion(right, right + said(question, no).hits());
    }

    /** How often a yes scores above a no; a tie is half. */
    static double area(Question question, List<Answer> yes, List<Answer> no) {
        double wins = 0;
        for (Answer one : yes) {
            for (Answer other : no) {
                int order = Double.compare(question.score(one.sighting()), question.score(other.sighting()));
                wins += (order + 1) / 2.0;
            }
        }
        return wins / ((double) yes.size() * no.size());
    }

    /** Recall at the lowest threshold that not more than one no in twenty passes. */
    private static Proportion atFalseRate(Question question, List<Answer> yes, List<Answer> no) {
        double[] scores = no.stream()
                .mapToDouble(answer -> question.score(answer.sighting()))
                .sorted()
                .toArray();
        int passing = (int) (BEST_FALSE_RATE * scores.length);
        double threshold = scores.length == 0 ? 0 : scores[scores.length - 1 - passing];
        long hits = yes.stream()
                .filter(answer -> question.score(answer.sighting()) > threshold)
                .count();
        return new Proportion(hits, yes.size());
    }
}
