package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.content.Language;
import dev.kioskguard.content.speech.SpokenAmount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The clips of a screen: one after the other, the first of them proven, again on request. */
class ScreenSpeechTest extends OnTheScreen {

    @BeforeEach
    void hearNothingYet() {
        page.show("idle");
        page.stage.forgetClips();
    }

    @Test
    void clipsFollowEachOtherAndTheFirstIsProven() {
        String screen = page.show(spoken("first", "second", "third"));

        awaitClips("first", "second", "third");
        await().atMost(ScreenPage.SOON).until(() -> Boolean.TRUE.equals(page.stage.proof(screen, "voice")));
        assertThat(page.stage.timesProven(screen, "voice")).isEqualTo(1);
    }

    @Test
    void aLaterClipThatFailsBlocksNothing() {
        String screen = page.show(spoken("first", "missing", "third"));

        awaitClips("first", "missing", "third");
        assertThat(page.stage.proof(screen, "voice")).isTrue();
    }

    @Test
    void aVoiceThatBeginsIsToldBeforeItIsProven() {
        String screen = page.show(spoken("first", "second"));

        awaitClips("first", "second");
        assertThat(page.stage.proof(screen, "voice-started")).isTrue();
        assertThat(page.stage.timesProven(screen, "voice-started")).isEqualTo(1);

        String silent = page.show(spoken("missing"));
        await().atMost(ScreenPage.SOON).until(() -> Boolean.FALSE.equals(page.stage.proof(silent, "voice")));
        assertThat(page.stage.proof(silent, "voice-started")).as("control").isNull();
    }

    @Test
    void aSecondVoiceFollowsMandarinAndItsFailureBlocksNothing() {
        String screen = page.show(spoken("first", "yue:missing", "yue:second"));

        awaitClips("first", "yue:missing", "yue:second");
        assertThat(page.stage.proof(screen, "voice")).isTrue();
        assertThat(page.stage.timesProven(screen, "voice")).isEqualTo(1);
    }

    @Test
    void aFirstClipThatFailsIsReportedAndTheOthersAreStillHeard() {
        String screen = page.show(spoken("missing", "second"));

        awaitClips("missing", "second");
        await().atMost(ScreenPage.SOON).until(() -> Boolean.FALSE.equals(page.stage.proof(screen, "voice")));
    }

    @Test
    void repeatPlaysAllOfThemAgain() {
        page.show(spoken("first", "second"));
        awaitClips("first", "second");

        page.press("repeat");

        awaitClips("first", "second", "first", "second");
    }

    @Test
    void anAmountWithTheSameFigureTwiceIsHeardWholeAndHeardWholeAgain() {
        List<String> clips = Stream.of(
                        Stream.of("confirm.24-hours", "say.surname.zhang1"),
                        SpokenAmount.clips(2_200_000).stream(),
                        Stream.of("say.key.1", "say.surname.zhang1"))
                .flatMap(said -> said)
                .toList();
        assertThat(new LinkedHashSet<>(clips)).as("control: clips come again").hasSizeLessThan(clips.size());
        String screen = page.show(spoken(clips.toArray(String[]::new)));

        awaitClips(clips.toArray(String[]::new));
        assertThat(page.stage.timesProven(screen, "voice")).isEqualTo(1);

        page.stage.forgetClips();
        page.press("repeat");
        awaitClips(clips.toArray(String[]::new));
    }

    @Test
    void withoutTheScreenThereIsNothingToTouchAndEverythingIsSpoken() {
        ObjectNode state = Dress.on(spoken("first", "choice-1", "choice-2"), "board", "audio");
        String screen = page.show(state);

        awaitClips("first", "choice-1", "choice-2");
        assertThat(page.browser.is("[...document.querySelectorAll('button')].some((b) => b.checkVisibility())"))
                .isFalse();
        for (String channel : List.of("text", "sign", "popup", "voice")) {
            await().atMost(ScreenPage.SOON).until(() -> Boolean.TRUE.equals(page.stage.proof(screen, channel)));
        }
        page.browser.run("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))");
        page.awaitAnswer(screen, "stop");
    }

    private void awaitClips(String... expected) {
        await().atMost(ScreenPage.SOON)
                .untilAsserted(() -> assertThat(page.stage.clips()).containsExactly(expected));
    }

    private static ObjectNode spoken(String... clips) {
        ObjectNode state = Screens.of("warning.goods", Language.of("zh"));
        ObjectNode voice = state.putObject("voice").put("clip", clips[0]).put("state", "playing");
        ArrayNode list = voice.putArray("list");
        List.of(clips).forEach(list::add);
        return state;
    }
}
