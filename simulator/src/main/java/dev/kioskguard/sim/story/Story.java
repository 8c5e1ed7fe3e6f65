package dev.kioskguard.sim.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One story: what is given, and then step by step what happens and what must be true.
 *
 * @param title a sentence
 * @param why the case or rule that it stands for
 */
public record Story(Path file, String title, String why, Given given, List<Step> steps) {

    public Story {
        steps = List.copyOf(steps);
    }

    /**
     * The world before the first step.
     *
     * @param card that the customer has with them
     * @param language of the visit, a BCP 47 tag
     * @param clock when the story begins
     * @param hosted whether the guard runs the devices, or stands beside an application that does
     * @param world faults, signals and clips that are there from the beginning
     */
    public record Given(String card, String language, Instant clock, boolean hosted, List<Step> world) {

        public Given {
            world = List.copyOf(world);
        }
    }

    /**
     * One step.
     *
     * @param line in the file, from 1
     * @param name as the story says it
     */
    public record Step(int line, String name, Action action) {}

    /** What a step does to the scene; a {@link StoryFailedException} where it cannot, or where it expects in vain. */
    @FunctionalInterface
    public interface Action {
        void play(Scene scene);
    }

    /** What a story expects of the world. */
    public record Expectation(String what, String value) {}

    /**
     * How the playing of a story ended.
     *
     * @param steps how many steps were played, the failed one among them
     * @param virtualSeconds of the story's own clock
     * @param failure with file and line, what was expected and what was there; null when all is well
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outcome(
            String file,
            String story,
            boolean passed,
            int steps,
            double virtualSeconds,
            @Nullable String failure) {}

    /** Returns every word that an expectation may begin with, in the order in which they are told. */
    public static Set<String> expectations() {
        return Facts.READERS.keySet();
    }
}
