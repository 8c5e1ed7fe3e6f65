package dev.kioskguard.sim.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.record.Replay;
import dev.kioskguard.audit.Chain;
import dev.kioskguard.audit.Line;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.sim.story.Story.Outcome;
import dev.kioskguard.sim.story.read.StoryReader;
import dev.kioskguard.sim.story.virtual.VirtualStage;
import dev.kioskguard.sim.story.virtual.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every story that ships is played, and what the guard wrote meanwhile is decided again. */
class StoriesTest {

    private static final int KINDS_OF_FRAUD = 27;
    private static final Workshop WORKSHOP = Workshops.shipped(1);

    @Test
    void noTwoStoriesHaveOneName() throws IOException {
        assertThat(stories().stream().map(Story::title)).doesNotHaveDuplicates();
    }

    @Test
    void everyKindOfFraudOfThePackHasItsStory() {
        var kinds = WORKSHOP.policy().script().scams();
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(KINDS_OF_FRAUD).allSatisfy(kind -> {
            Path file = Workshops.config().resolve("stories/scams/" + kind.id() + ".yaml");
            assertThat(file).content().contains("warning: " + kind.id(), "verdict:");
        });
    }

    @Test
    void everyRuleOfThePromptIsToldOrSaidToBeShownElsewhere() throws IOException {
        Path folder = Workshops.config().resolve("stories");
        String page = Files.readString(folder.resolve("README.md"));
        var told = new TreeMap<Integer, String>();
        Pattern.compile("(?m)^\\| R(\\d+) .*\\| (.+) \\|$")
                .matcher(page)
                .results()
                .forEach(row -> told.put(Integer.valueOf(row.group(1)), row.group(2)));
        assertThat(told.keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 22).boxed().toList());
        told.forEach((rule, where) -> Pattern.compile("`([a-z0-9/-]+)`")
                .matcher(where)
                .results()
                .forEach(story -> assertThat(folder.resolve(story.group(1) + ".yaml"))
                        .as("R" + rule)
                        .exists()));
    }

    @TestFactory
    Stream<DynamicTest> aStoryEndsAsItSaysAndItsJournalReplays() throws IOException {
        return stories().stream()
                .map(story -> DynamicTest.dynamicTest(story.title(), () -> {
                    try (VirtualStage stage = WORKSHOP.stage(story)) {
                        Outcome outcome = player(WORKSHOP).play(story, stage);
                        assertThat(outcome.failure()).isNull();
                        assertThat(outcome.steps()).isEqualTo(story.steps().size());
                        replaysWithFullAgreement(stage);
                    }
                }));
    }

    @Test
    void theSameSeedWritesTheSameJournal() throws IOException {
        Workshop one = Workshops.shipped(7);
        Workshop another = Workshops.shipped(7);
        for (Story story : stories()) {
            assertThat(journal(story, another)).as(story.title()).isEqualTo(journal(story, one));
        }
        Story any = stories().get(0);
        assertThat(journal(any, Workshops.shipped(8)))
                .as("control: another seed, another journal")
                .isNotEqualTo(journal(any, one));
    }

    private static void replaysWithFullAgreement(VirtualStage stage) {
        var journal = stage.journal();
        var replay = new Replay(journal::personal, GuardState.EMPTY);
        journal.all().forEach(replay::take);
        assertThat(replay.outcome().disagreement()).isNull();
        assertThat(replay.outcome().unreadable()).isZero();
        assertThat(replay.outcome().agreed()).as("control: there are steps").isGreaterThan(3);
        assertThat(Chain.verify(journal.all(), List.of(journal.head()))).isEmpty();
    }

    private static List<String> journal(Story story, Workshop workshop) {
        try (VirtualStage stage = workshop.stage(story)) {
            player(workshop).play(story, stage);
            return Stream.of(stage.journal().lines(0, 1000))
                    .flatMap(List::stream)
                    .map(Line::text)
                    .toList();
        }
    }

    private static StoryPlayer player(Workshop workshop) {
        return new StoryPlayer(workshop::stage, story -> workshop.chance());
    }

    private static List<Story> stories() throws IOException {
        try (Stream<Path> files = Files.walk(Workshops.config().resolve("stories"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(StoryReader::read)
                    .toList();
        }
    }
}
