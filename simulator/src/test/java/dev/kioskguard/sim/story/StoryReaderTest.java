package dev.kioskguard.sim.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.sim.story.Story.Outcome;
import dev.kioskguard.sim.story.read.StoryInvalidException;
import dev.kioskguard.sim.story.read.StoryReader;
import dev.kioskguard.sim.story.virtual.Workshop;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryReaderTest {

    private static final Path FILE = Path.of("a.yaml");
    private static final String HEAD = "story: A title\nwhy: A rule\nsteps:\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- insert-crad                              | insert-crad",
                "- wait: soon                               | PT5S",
                "- wait: -5s                                | PT5S",
                "- answer: {choice: stop}                   | which screen",
                "- answer: {kind: warning}                  | choice",
                "- answer: {kind: warning, chioce: stop}    | chioce",
                "- as: nervous                              | honest",
                "- sees: [CALL_AT_EYE]                      | CALL_AT_EAR",
                "- press: [f1]                              | fdk01",
                "- fault: {device: toaster, fault: dead}    | speaker",
                "- fault: {device: speaker, fault: sad}     | mute",
                "- staff: {action: praise}                  | release",
                "- host: {cancel: maybe}                    | true or false",
                "- host: {}                                 | submit",
                "- expect: {screen: warnings}               | warning",
                "- expect: {paid: one}                      | number",
                "- expect: {}                               | what is expected",
                "- expect: {mood: good}                     | mood",
                "- transfer: {amount: {minor: 5}}           | amount.currency",
                "- enter-pin: 1234                          | alone",
                "- [insert-card]                            | one step",
            })
    void aStepThatIsNotValidIsRefusedWithItsLineAndWhatToWrite(String step, String told) {
        assertThatThrownBy(() -> StoryReader.parse(FILE, HEAD + "  - insert-card\n  " + step.strip() + "\n"))
                .isInstanceOf(StoryInvalidException.class)
                .hasMessageStartingWith("a.yaml:5: ")
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "story: A title\nsteps: []\n",
                "why: A rule\nsteps: []\n",
                "story: A title\nwhy: A rule\n",
                "story: A title\nwhy: A rule\nsteps: []\nwhen: now\n",
                "story: A title\nwhy: A rule\nsteps: []\nsteps: []\n",
                "story: A title\nwhy: A rule\ngiven: {card: gold}\nsteps: []\n",
                "story: A title\nwhy: A rule\ngiven: {clock: noon}\nsteps: []\n",
                "story: [\n",
                "",
                "- insert-card\n",
            })
    void aFileThatIsNoStoryIsRefusedWithItsLine(String text) {
        assertThatThrownBy(() -> StoryReader.parse(FILE, text))
                .isInstanceOf(StoryInvalidException.class)
                .hasMessageMatching("(?s)a\\.yaml:\\d+: .+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "'yes'", "\"yes\""})
    void yesIsAWordQuotedOrNot(String yes) {
        Outcome outcome = play("""
                  - insert-card
                  - transfer: {amount: {currency: CNY, minor: 1}, payee: {name: 李明, account: "6222"}}
                  - answer: {kind: ask-purpose, choice: refund}
                  - answer: {question: bait-sure, choice: %s}
                  - expect: {verdict: stopped}
                """.formatted(yes));
        assertThat(outcome.failure()).isNull();
        assertThat(outcome.steps()).isEqualTo(5);
    }

    @Test
    void anExpectationThatFailsNamesFileLineWhatWasExpectedAndWhatWasThere() {
        Outcome outcome =
                play("  - insert-card:\n  - expect: {screen: idle}\n  - expect: {card: returned, within: 5s}\n");
        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.steps()).isEqualTo(3);
        assertThat(outcome.failure())
                .startsWith("a.yaml:6: expect: expected card returned, there was inside")
                .contains("within PT5S");
        assertThat(outcome.virtualSeconds()).isEqualTo(5.5);
    }

    private static Outcome play(String steps) {
        Workshop workshop = Workshops.shipped(1);
        return new StoryPlayer(workshop::stage, story -> workshop.chance()).play(StoryReader.parse(FILE, HEAD + steps));
    }
}
