package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.content.Language;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The end of the time on a screen: told by words and by a tone, with the key that gives more. */
class ScreenTimeTest extends OnTheScreen {

    private static final int TOLD_BEFORE_S = 20;

    @BeforeAll
    void countTones() {
        page.browser.run("window.tones = 0; const start = OscillatorNode.prototype.start;"
                + "OscillatorNode.prototype.start = function(...at) { tones++; return start.apply(this, at); };");
    }

    @BeforeEach
    void hearNothingYet() {
        page.show("idle");
        page.browser.run("window.tones = 0");
    }

    @Test
    void theEndIsToldByWordsAndTonesWithTheKeyThatGivesMoreTime() {
        page.show(ending(TOLD_BEFORE_S + 1, 2));
        assertThat(page.browser.text(".tell")).as("control: not yet told").doesNotContain("20 秒");

        awaitTold("还剩 20 秒，要延长请按 侧键5");
        assertThat(page.browser.is("document.querySelector('.tell').getAttribute('role') === 'alert'"))
                .isTrue();
        await().atMost(ScreenPage.SOON).until(() -> page.browser.is("tones === 3"));
    }

    @Test
    void theEndIsSaidAloudWithTheKeyThatGivesMoreTimeAndSoIsTheTimeThatWasGiven() {
        ObjectNode state = ending(TOLD_BEFORE_S, 1);
        ObjectNode voice = state.putObject("voice").put("clip", "first").put("state", "playing");
        voice.put("extended", "say.time.more");
        ArrayNode clips = voice.putArray("ending");
        List.of("say.time.left", "say.key.fdk05", "say.choice.slower").forEach(clips::add);
        page.stage.forgetClips();
        page.show(state);

        awaitClips("first", "say.time.left", "say.key.fdk05", "say.choice.slower");
        page.stage.show(state.deepCopy().put("expiresAt", in(120)).put("extensions", 0));

        awaitClips("first", "say.time.left", "say.key.fdk05", "say.choice.slower", "say.time.more");
    }

    @Test
    void aNoticeTellsOfItsEndAndATipDoesNot() {
        page.show(Screens.of("notice.withdrawal-tip", Language.of("zh"))
                .put("expiresAt", in(TOLD_BEFORE_S))
                .set("choices", JsonNodeFactory.instance.arrayNode()));
        page.show(Screens.of("notice.account-opening", Language.of("zh")).put("expiresAt", in(TOLD_BEFORE_S)));

        awaitTold("还剩 20 秒");
        await().atMost(ScreenPage.SOON).until(() -> page.browser.is("tones === 3"));
    }

    private void awaitClips(String... expected) {
        await().atMost(ScreenPage.SOON)
                .untilAsserted(() -> assertThat(page.stage.clips()).containsExactly(expected));
    }

    @Test
    void whereNoMoreTimeCanBeGivenNoneIsOffered() {
        page.show(ending(TOLD_BEFORE_S, 0));

        awaitTold("还剩 20 秒，过后不转账");
    }

    @Test
    void moreTimeIsToldWhenItWasGiven() {
        ObjectNode state = ending(TOLD_BEFORE_S, 1);
        page.show(state);
        awaitTold("还剩 20 秒");

        page.stage.show(state.deepCopy().put("expiresAt", in(120)).put("extensions", 0));

        awaitTold("时间已延长");
        await().atMost(ScreenPage.SOON).until(() -> page.browser.is("tones === 5"));
    }

    @Test
    void anIdleMachineTellsOfNoEnd() {
        page.show(Screens.of("idle", Language.of("zh")).put("expiresAt", in(TOLD_BEFORE_S)));
        page.show(ending(TOLD_BEFORE_S, 0));

        awaitTold("还剩 20 秒");
        await().atMost(ScreenPage.SOON).until(() -> page.browser.is("tones === 3"));
    }

    private void awaitTold(String text) {
        await().atMost(ScreenPage.SOON)
                .until(() -> page.browser.text(".tell").replace("\n", "").contains(text));
    }

    private static ObjectNode ending(int seconds, int extensions) {
        return Screens.of("reminder.family", Language.of("zh"))
                .put("expiresAt", in(seconds))
                .put("extensions", extensions);
    }

    private static String in(int seconds) {
        return Instant.now().plusSeconds(seconds).toString();
    }
}
