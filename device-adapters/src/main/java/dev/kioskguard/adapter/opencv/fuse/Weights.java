package dev.kioskguard.adapter.opencv.fuse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each term counts for in one score: a logistic sum. Immutable.
 *
 * @param constant what counts where no term does
 * @param ofTerms by the name of the term
 */
public record Weights(double constant, Map<String, Double> ofTerms) {
    private static final String CONSTANT = "constant";

    public Weights {
        ofTerms = Map.copyOf(ofTerms);
    }

    /**
     * The shipped weights of {@code score}, out of {@code weights.tsv}.
     *
     * @throws IllegalStateException where there are none
     */
    public static Weights of(String score) {
        Map<String, Double> found = new LinkedHashMap<>();
        try (InputStream table = Weights.class.getResourceAsStream("weights.tsv")) {
            if (table == null) {
                throw new IllegalStateException("weights.tsv is not in this build");
            }
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(row -> row[0].equals(score))
                    .forEach(row -> found.put(row[1], Double.valueOf(row[2])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Double constant = found.remove(CONSTANT);
        if (constant == null) {
            throw new IllegalStateException("weights.tsv has no " + score);
        }
        return new Weights(constant, found);
    }

    /** The same, but so that what scored {@code threshold} before scores a half. */
    public Weights cutAt(double threshold) {
        return new Weights(constant - Math.log(threshold / (1 - threshold)), ofTerms);
    }

    /** How likely that is for which these weights stand, from 0 to 1. */
    public double score(Map<String, Double> terms) {
        double sum = constant;
        for (var weight : ofTerms.entrySet()) {
            sum += weight.getValue() * terms.getOrDefault(weight.getKey(), 0.0);
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
