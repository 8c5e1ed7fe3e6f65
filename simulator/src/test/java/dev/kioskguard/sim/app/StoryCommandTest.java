package dev.kioskguard.sim.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.verb.CommandLines;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb's exit codes: 0 when all passed, 1 when an expectation failed, 2 when a story is not valid. */
class StoryCommandTest {

    private static final Path STORIES = Path.of("..", "config", "stories");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void storiesThatPassAreNamed() {
        assertThat(play(STORIES.resolve("keys-only.yaml"), STORIES.resolve("bait-refund.yaml")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("passed "));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anExpectationThatFailsIsNamedWithItsLineAndTheOthersArePlayed() throws Exception {
        String story = Files.readString(STORIES.resolve("keys-only.yaml"));
        Path wrong =
                Files.writeString(folder.resolve("wrong.yaml"), story.replace("verdict: stopped", "verdict: cleared"));

        assertThat(play(wrong, STORIES.resolve("keys-only.yaml"))).isEqualTo(1);
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("FAILED "),
                        line -> assertThat(line).startsWith("passed "));
        assertThat(err.toString()).contains("wrong.yaml:", "expected verdict cleared", "stopped");
    }

    @Test
    void aStoryThatIsNotValidKeepsAllFromBeingPlayed() throws Exception {
        Path nonsense = Files.writeString(
                folder.resolve("nonsense.yaml"), "story: s\nwhy: w\ngiven: {card: honest}\nsteps: [fly: away]\n");

        assertThat(play(STORIES.resolve("keys-only.yaml"), nonsense)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("nonsense.yaml");
    }

    private int play(Path... stories) {
        var arguments = new String[stories.length + 2];
        arguments[0] = "--config";
        arguments[1] = "../config";
        for (int i = 0; i < stories.length; i++) {
            arguments[i + 2] = stories[i].toString();
        }
        return CommandLines.of(new StoryCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
