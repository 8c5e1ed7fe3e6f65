package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.content.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** What stands around a transfer: the cards of the idle machine, the slogan, the way back for who was cheated. */
class ScreenAroundTest {

    @RegisterExtension
    static final SharedChromium BROWSER = new SharedChromium();

    /** The cards turn every eight seconds. */
    private static final Duration CARD = Duration.ofSeconds(12);

    private static final String FRONT = "[...document.querySelectorAll('.card')].findIndex((c) => c.checkVisibility({"
            + "visibilityProperty: true}))";
    private static final String SHIFTS = "window.shifts = 0; new PerformanceObserver((list) => {"
            + "shifts += list.getEntries().length; }).observe({type: 'layout-shift', buffered: false});";

    @Test
    void cardsOfTheIdleMachineTurnWithoutMovingAnything() {
        try (ScreenPage page = ScreenPage.in(BROWSER.browser())) {
            page.show(new Variant("idle", "", "ordinary", "zh").state());
            page.browser.run(SHIFTS);
            assertThat(page.browser.is(FRONT + " === 0")).isTrue();

            await().atMost(CARD).until(() -> page.browser.is(FRONT + " === 1"));
            assertThat(page.browser.is("shifts === 0")).isTrue();
        }
    }

    @Test
    void cardsStandStillForWhoeverWantsNoMotion() {
        try (ScreenPage page = ScreenPage.in(BROWSER.browser())) {
            page.browser
                    .driver()
                    .executeCdpCommand(
                            "Emulation.setEmulatedMedia",
                            Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
            page.browser.run("window.turns = 0; const set = window.setInterval;"
                    + "window.setInterval = (...given) => { turns++; return set(...given); };");

            page.show(new Variant("idle", "", "ordinary", "zh").state());
            assertThat(page.browser.is(FRONT + " === 0 && turns === 0")).isTrue();

            page.browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
            page.show(new Variant("idle", "", "ordinary", "en").state());
            assertThat(page.browser.is("turns === 1")).as("control").isTrue();
        }
    }

    @Test
    void theSloganStandsOnEveryScreenOfATransfer() {
        try (ScreenPage page = ScreenPage.in(BROWSER.browser())) {
            List<ObjectNode> states = Variant.all().stream()
                    .filter(variant -> variant.language().equals("zh"))
                    .map(Variant::state)
                    .filter(state -> state.has("strip"))
                    .toList();
            assertThat(page.measured(states, "return document.querySelector('.slogan')?.innerText;", ""))
                    .containsOnly("陌生来电叫转账，先停下来问一问");
            page.show(Screens.of("reminder.family", Language.of("zh")));
            assertThat(page.browser.text(".owner"))
                    .as("control: without a slogan")
                    .isEqualTo("防诈骗核对");
        }
    }

    @Test
    void whoWasCheatedPressesAControlThatStandsApart() {
        try (ScreenPage page = ScreenPage.in(BROWSER.browser())) {
            String screen = page.show(cleared());
            assertThat(page.browser.is("document.querySelector('.apart [data-choice=cheated]') !== null"
                            + " && document.querySelector('.choices [data-choice=cheated]') === null"))
                    .isTrue();
            page.untilReady();
            page.press("cheated");
            page.awaitAnswer(screen, "cheated");
        }
    }

    private static ObjectNode cleared() {
        return Variant.texts().stream()
                .filter(textId -> textId.startsWith("result.cleared"))
                .findFirst()
                .map(textId -> new Variant(textId, "", "ordinary", "zh").state())
                .orElseThrow();
    }
}
