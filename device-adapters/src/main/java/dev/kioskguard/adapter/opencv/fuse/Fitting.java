package dev.kioskguard.adapter.opencv.fuse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights found from examples: logistic regression by plain descent, yes and no counting alike however many there are
 * of each, and large weights held back by a ridge. The same examples give the same weights. One thread.
 */
public final class Fitting {
    private static final double RIDGE = 1;
    private static final int STEPS = 20_000;
    private static final double STRIDE = 0.5;

    private final List<Case> cases;
    private final double[] weights;
    private double constant;

    private Fitting(List<Case> cases, int terms) {
        this.cases = cases;
        this.weights = new double[terms];
    }

    /** What is known of one frame: its terms, and whether it shows what is asked for. */
    public record Example(Map<String, Double> terms, boolean isYes) {

        public Example {
            terms = Map.copyOf(terms);
        }
    }

    /** An example as numbers: what its terms are, what it should score, and for how many it counts. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Case(double[] terms, double score, double counts) {}

    /**
     * Finds the weights of {@code terms}.
     *
     * @throws IllegalArgumentException where there is no yes or no no: nothing can be told from one kind alone
     */
    public static Weights of(List<String> terms, List<Example> examples) {
        long yes = examples.stream().filter(Example::isYes).count();
        long no = examples.size() - yes;
        if (yes == 0 || no == 0) {
            throw new IllegalArgumentException("weights are fitted to pictures that show it and pictures that do not");
        }
        var fitting = new Fitting(
                examples.stream()
                        .map(example -> new Case(
                                terms.stream()
                                        .mapToDouble(term -> example.terms().getOrDefault(term, 0.0))
                                        .toArray(),
                                example.isYes() ? 1 : 0,
                                examples.size() / (2.0 * (example.isYes() ? yes : no))))
                        .toList(),
                terms.size());
        for (int step = 0; step < STEPS; step++) {
            fitting.step();
        }
        Map<String, Double> named = new HashMap<>();
        for (int term = 0; term < terms.size(); term++) {
            named.put(terms.get(term), fitting.weights[term]);
        }
        return new Weights(fitting.constant, named);
    }

    private void step() {
        double[] slope = Arrays.stream(weights).map(weight -> RIDGE * weight).toArray();
        double slopeOfConstant = 0;
        for (Case one : cases) {
            double off = (score(one) - one.score()) * one.counts();
            slopeOfConstant += off;
            for (int term = 0; term < weights.length; term++) {
                slope[term] += off * one.terms()[term];
            }
        }
        for (int term = 0; term < weights.length; term++) {
            weights[term] -= STRIDE * slope[term] / cases.size();
        }
        constant -= STRIDE * slopeOfConstant / cases.size();
    }

    private double score(Case one) {
        double sum = constant;
        for (int term = 0; term < weights.length; term++) {
            sum += weights[term] * one.terms()[term];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
