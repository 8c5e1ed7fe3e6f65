package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.wiring.GuardSetup.Wording;
import dev.kioskguard.sim.story.Story;
import dev.kioskguard.sim.story.Story.Outcome;
import dev.kioskguard.sim.story.StoryPlayer;
import dev.kioskguard.sim.story.Workshops;
import dev.kioskguard.sim.story.read.StoryReader;
import dev.kioskguard.sim.story.wire.WireStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories with pages, staff, pauses and another owner end over the public calls as they do in virtual time. */
class RealTimeStoriesTest {

    /** Fast, and still slow enough that what is read has been proven. */
    private static final int PACE = 8;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"red-needs-two", "pause-resumed", "staff-cancels", "beside"})
    void aStoryEndsAsItSays(String name) throws Exception {
        Story story = StoryReader.read(Workshops.config().resolve("stories/" + name + ".yaml"));
        Outcome outcome = play(story);
        assertThat(outcome.failure()).isNull();
        assertThat(outcome.steps())
                .as("control: every step was played")
                .isEqualTo(story.steps().size())
                .isPositive();
        assertWritten(story);
    }

    @Test
    void whatIsNotSoFailsWithWhatIsThere() throws Exception {
        Path file = Files.writeString(folder.resolve("story.yaml"), """
                story: A page is raised
                why: control
                given: {card: honest}
                steps:
                  - insert-card
                  - enter-pin
                  - transfer: {amount: {currency: CNY, minor: 1}, payee: {name: 李明, account: "6222020000000000109"}}
                  - answer: {kind: ask-purpose, choice: help}
                  - staff: {action: acknowledge}
                  - expect: {screen: held, page: acknowledged}
                  - expect: {page: none}
                """);
        Outcome outcome = play(StoryReader.read(file));
        assertThat(outcome.failure()).contains(":11: ", "expected page none, there was acknowledged");
    }

    @Test
    void whatTakesTooLongEvenSoIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("story.yaml"), """
                story: A day goes by
                why: control
                given: {card: honest}
                steps: [advance: PT24H]
                """);
        assertThat(play(StoryReader.read(file)).failure()).contains("let time run faster with --pace");
    }

    private Outcome play(Story story) throws Exception {
        Premises premises = Premises.in(folder);
        Path config = story.given().hosted()
                ? premises.config()
                : ConfigCopy.of(
                        premises.config(), folder.resolve("beside"), "\nownership: hosted", "\nownership: beside");
        var options = new Simulation.Options(
                config, premises.data(), true, premises.options().portBase(), PACE, 1, false);
        var pack = Wording.read(config, "content").pack();
        InstantSource wall = InstantSource.system();
        return new StoryPlayer(one -> WireStage.start(options, wall, pack), one -> new SplittableRandom(1)).play(story);
    }

    private void assertWritten(Story story) {
        Papers papers = Papers.of(folder.resolve("data"), List.of());
        assertThat(papers.broken()).isEmpty();
        assertThat(papers.replayed().disagreement()).as(story.title()).isNull();
        assertThat(papers.replayed().agreed()).as("control").isGreaterThan(5);
    }
}
