package dev.kioskguard.adapter.opencv.look;

import dev.kioskguard.adapter.opencv.fuse.Fitting;
import dev.kioskguard.adapter.opencv.fuse.Fitting.Example;
import dev.kioskguard.adapter.opencv.fuse.Weights;
import dev.kioskguard.vision.Sighting.Term;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The table of weights, fitted anew to labelled frames: of the same terms, with the cut where by ten-fold
 * cross-validation one in ten of the others would be taken for a yes: a rule over time takes away what passes for a
 * moment. What it was fitted to tells too much good of it; report it on other pictures.
 */
public final class Fit {
    private static final Map<Question, String> SCORES =
            Map.of(Question.CALL_AT_EAR, "callAtEar", Question.PHONE_IN_HAND, "phoneInHand");
    private static final int FOLDS = 10;
    private static final double FALSE_RATE = 0.10;
    private static final double STRICT_FALSE_RATE = 0.05;

    private Fit() {}

    /** Returns the rows of the table for each score that the labels answer, each after what cross-validation says. */
    public static String rows(Answers answers) {
        var rows = new StringBuilder();
        SCORES.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(score -> {
            List<Example> examples = examples(score.getKey(), answers);
            if (examples.stream().anyMatch(Example::isYes) && !examples.stream().allMatch(Example::isYes)) {
                tell(score.getValue(), examples, rows);
            }
        });
        return rows.toString();
    }

    /** Frames with a face, in an order that has nothing to do with what they show. */
    private static List<Example> examples(Question question, Answers answers) {
        return answers.all().stream()
                .filter(answer -> answer.sighting().hasFace())
                .filter(answer -> question.truth(answer.place().label()).isPresent())
                .sorted(Comparator.comparingLong(answer -> mixed(answer.place().name())))
                .map(answer -> new Example(
                        answer.sighting().terms().stream().collect(Collectors.toMap(Term::name, Term::value)),
                        question.truth(answer.place().label()).orElseThrow()))
                .toList();
    }

    private static long mixed(String name) {
        var mixed = new CRC32();
        mixed.update(name.substring(name.lastIndexOf('/') + 1).getBytes(StandardCharsets.UTF_8));
        return mixed.getValue();
    }

    private static void tell(String score, List<Example> examples, StringBuilder rows) {
        List<String> terms =
                Weights.of(score).ofTerms().keySet().stream().sorted().toList();
        List<Double> yes = new ArrayList<>();
        List<Double> no = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            List<Example> others = new ArrayList<>();
            List<Example> told = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                (i % FOLDS == left ? told : others).add(examples.get(i));
            }
            Weights fitted = Fitting.of(terms, others);
            told.forEach(example -> (example.isYes() ? yes : no).add(fitted.score(example.terms())));
        }
        double cut = passedBy(FALSE_RATE, no);
        rows.append("# %s, ten-fold: recall %s at 10 %% false positives of %d, %s at 5 %%%n"
                .formatted(score, above(cut, yes), no.size(), above(passedBy(STRICT_FALSE_RATE, no), yes)));
        Weights whole = Fitting.of(terms, examples).cutAt(cut);
        row(rows, score, "constant", whole.constant());
        terms.forEach(term -> row(rows, score, term, whole.ofTerms().getOrDefault(term, 0.0)));
    }

    /** The score that so large a share of {@code scores} lies above. */
    private static double passedBy(double share, List<Double> scores) {
        return scores.stream().sorted(Comparator.reverseOrder()).toList().get((int) (share * scores.size()));
    }

    private static Proportion above(double cut, List<Double> scores) {
        return new Proportion(scores.stream().filter(score -> score > cut).count(), scores.size());
    }

    private static void row(StringBuilder rows, String score, String term, double weight) {
        rows.append(String.format(Locale.ROOT, "%s\t%s\t%.2f%n", score, term, weight));
    }
}
