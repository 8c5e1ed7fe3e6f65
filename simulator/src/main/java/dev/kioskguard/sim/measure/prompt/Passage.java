package dev.kioskguard.sim.measure.prompt;

import dev.kioskguard.guard.table.Stage;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How many of many customers came to each stage of the prompt, and how many got past it. */
public final class Passage {

    /** The screens between a transfer and its clearance, in their order. */
    static final Set<Stage> ON_THE_WAY = EnumSet.of(
            Stage.ASK_PURPOSE,
            Stage.BAIT_SURE,
            Stage.ASK,
            Stage.WARNING,
            Stage.REMIND_BEWARE,
            Stage.REMIND_FAMILY,
            Stage.REMIND_TRUE,
            Stage.COMPREHENSION,
            Stage.CONFIRM,
            Stage.CONFIRM_AGAIN);

    private final Map<Stage, Integer> came = new EnumMap<>(Stage.class);
    private final Map<Stage, Integer> passed = new EnumMap<>(Stage.class);
    private Stage at = Stage.REQUESTED;
    private int customers;

    /** Notes a stage that the customer came to. */
    void came(Stage stage) {
        if (stage == Stage.ASK_PURPOSE && at == Stage.REQUESTED) {
            customers++;
        }
        if (ON_THE_WAY.contains(at) && isPast(at, stage)) {
            passed.merge(at, 1, Integer::sum);
        }
        came.merge(stage, 1, Integer::sum);
        at = stage;
    }

    /** Notes where a customer came who was brought to one screen. */
    void tried(Stage screen, Stage then) {
        came.merge(screen, 1, Integer::sum);
        if (isPast(screen, then)) {
            passed.merge(screen, 1, Integer::sum);
        }
    }

    private static boolean isPast(Stage screen, Stage then) {
        return then != screen && (ON_THE_WAY.contains(then) || then == Stage.CLEARED);
    }

    /** Begins with the next customer. */
    void next() {
        at = Stage.REQUESTED;
    }

    /** Returns the share of customers who got their transfer cleared. */
    public double whole() {
        return (double) came.getOrDefault(Stage.CLEARED, 0) / customers;
    }

    /** Returns how many customers came to a stage. */
    public int arrivals(Stage stage) {
        return came.getOrDefault(stage, 0);
    }

    /** Returns the share of those who got past a stage, of all who came to it. */
    public double past(Stage stage) {
        int all = came.getOrDefault(stage, 0);
        return all == 0 ? 0 : (double) passed.getOrDefault(stage, 0) / all;
    }

    /** Returns a line a stage: how many came, and which share of them got past. */
    public String table() {
        var table = new StringBuilder("%-14s %8s %8s%n".formatted("screen", "came", "past"));
        for (Stage stage : ON_THE_WAY) {
            if (came.containsKey(stage)) {
                table.append(String.format(Locale.ROOT, "%-14s %8d %8.4f%n", stage, came.get(stage), past(stage)));
            }
        }
        if (customers > 0) {
            table.append(String.format(Locale.ROOT, "%-14s %8d %8.5f%n", "whole flow", customers, whole()));
        }
        return table.toString().replace(System.lineSeparator(), "\n");
    }
}
