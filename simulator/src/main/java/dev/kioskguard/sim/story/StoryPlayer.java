package dev.kioskguard.sim.story;

import dev.kioskguard.sim.story.Story.Outcome;
import dev.kioskguard.sim.story.Story.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Plays stories, each on a stage of its own. */
public final class StoryPlayer {

    private static final double MILLIS_A_SECOND = 1000;

    private final Function<Story, Stage> stages;
    private final Function<Story, RandomGenerator> chances;

    /**
     * A player.
     *
     * @param stages sets the stage for a story
     * @param chances what a story's characters draw from
     */
    public StoryPlayer(Function<Story, Stage> stages, Function<Story, RandomGenerator> chances) {
        this.stages = stages;
        this.chances = chances;
    }

    /** Plays a story to its end or to the first step that fails. */
    public Outcome play(Story story) {
        try (Stage stage = stages.apply(story)) {
            return play(story, stage);
        }
    }

    /** Plays a story on a stage that stays open, for whoever wants to look at it afterwards. */
    public Outcome play(Story story, Stage stage) {
        var scene = new Scene(stage, story.given(), chances.apply(story));
        List<Step> all = new ArrayList<>(story.given().world());
        int before = all.size();
        all.addAll(story.steps());
        for (int i = 0; i < all.size(); i++) {
            String failure = failure(story, all.get(i), scene);
            if (failure != null) {
                return outcome(story, stage, Math.max(0, i + 1 - before), failure);
            }
        }
        return outcome(story, stage, story.steps().size(), null);
    }

    private static @Nullable String failure(Story story, Step step, Scene scene) {
        try {
            step.action().play(scene);
            return null;
        } catch (StoryFailedException failed) {
            return "%s:%d: %s: %s".formatted(story.file(), step.line(), step.name(), failed.getMessage());
        }
    }

    private static Outcome outcome(Story story, Stage stage, int steps, @Nullable String failure) {
        double seconds = stage.elapsed().toMillis() / MILLIS_A_SECOND;
        return new Outcome(story.file().toString(), story.title(), failure == null, steps, seconds, failure);
    }

    /** Returns the action that looks whether all this is true, at once or as soon as it is within that time. */
    public static Story.Action expecting(List<Story.Expectation> all, @Nullable Duration within) {
        return scene -> {
            Stage stage = scene.stage();
            Duration atMost = within == null ? Duration.ZERO : within;
            boolean holds =
                    within == null ? holds(stage.facts(), all) : stage.await(atMost, () -> holds(stage.facts(), all));
            if (!holds) {
                Facts facts = stage.facts();
                String limit = within == null ? "" : " within " + within;
                throw new StoryFailedException(
                        String.join("; ", differences(facts, all)) + limit + " (" + facts.told() + ")");
            }
        };
    }

    private static boolean holds(Facts facts, List<Story.Expectation> all) {
        return all.stream().allMatch(one -> facts.insteadOf(one) == null);
    }

    private static List<String> differences(Facts facts, List<Story.Expectation> all) {
        var differences = new ArrayList<String>();
        for (Story.Expectation one : all) {
            String actual = facts.insteadOf(one);
            if (actual != null) {
                differences.add("expected %s %s, there was %s".formatted(one.what(), one.value(), actual));
            }
        }
        return differences;
    }
}
