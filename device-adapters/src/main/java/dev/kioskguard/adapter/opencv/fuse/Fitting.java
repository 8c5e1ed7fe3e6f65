package dev.kioskguard.adapter.opencv.fuse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights found from examples: logistic regression by plain descent, yes and no counting alike however many there are of
 * each, and large weights held back by a ridge. Pure: the same examples give the same weights.
 */
public final class Fitting {
    private static final double RIDGE = 1;
    private static final int STEPS = 20_000;
    private static final double STRIDE = 0.5;

    private Fitting() {}

    /** What is known of one frame: its terms, and whether it shows what is asked for. */
    public record Example(Map<String, Double> terms, boolean isYes) {

        public Example {
            terms = Map.copyOf(terms);
        }
    }

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
        double ofYes = examples.size() / (2.0 * yes);
        double ofNo = examples.size() / (2.0 * no);
        double[][] values = examples.stream()
                .map(example -> terms.stream()
                        .mapToDouble(term -> example.terms().getOrDefault(term, 0.0))
                        .toArray())
                .toArray(double[][]::new);
        double[] weights = new double[terms.size()];
        double constant = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] slope =
                    Arrays.stream(weights).map(weight -> RIDGE * weight).toArray();
            double slopeOfConstant = 0;
            for (int i = 0; i < values.length; i++) {
                boolean isYes = examples.get(i).isYes();
                double sum = constant;
                for (int term = 0; term < weights.length; term++) {
                    sum += weights[term] * values[i][term];
                }
                double off = (1 / (1 + Math.exp(-sum)) - (isYes ? 1 : 0)) * (isYes ? ofYes : ofNo);
                slopeOfConstant += off;
                for (int term = 0; term < weights.length; term++) {
                    slope[term] += off * values[i][term];
                }
            }
            for (int term = 0; term < weights.length; term++) {
                weights[term] -= STRIDE * slope[term] / values.length;
            }
            constant -= STRIDE * slopeOfConstant / values.length;
        }
        Map<String, Double> named = new HashMap<>();
        for (int term = 0; term < weights.length; term++) {
            named.put(terms.get(term), weights[term]);
        }
        return new Weights(constant, named);
    }
}
