package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.content.Language;
import java.time.Duration;
import org.openqa.selenium.By;
import tools.jackson.databind.node.ObjectNode;

/** The customer's page, open in a browser on a stage. */
final class ScreenPage implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(10);

    final Chromium browser;
    final ScreenStage stage;

    private ScreenPage(Chromium browser, ScreenStage stage) {
        this.browser = browser;
        this.stage = stage;
    }

    /** Opens the page on a new stage, in a browser that outlives it. */
    static ScreenPage in(Chromium browser) {
        browser.sized(1024, 768);
        ScreenStage stage = new ScreenStage(Screens.of("idle", Language.of("zh")));
        browser.driver().get(stage.page().toString());
        // A state that is shown while the stream is being opened could be overtaken by the one before it.
        await().atMost(SOON).until(() -> browser.is("document.querySelector('article') !== null"));
        return new ScreenPage(browser, stage);
    }

    /** Shows a text that ships, in Chinese, and returns its screen id as soon as it stands. */
    String show(String textId) {
        return show(Screens.of(textId, Language.of("zh")));
    }

    String show(ObjectNode state) {
        stage.show(state);
        String id = state.path("screenId").asString();
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> browser.is("document.querySelector('article').dataset.screen === '" + id + "'"));
        return id;
    }

    void untilReady() {
        await().atMost(SOON).until(() -> browser.is("!document.querySelector('[aria-disabled=true]')"));
    }

    /** Waits until the choices that were answered on a screen are these, in this order, but for what was repeated. */
    void awaitAnswer(String screen, String... expected) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stage.answers().stream()
                                .filter(answer ->
                                        answer.path("screenId").asString().equals(screen))
                                .filter(answer -> !answer.has("repeated"))
                                .map(answer -> answer.path(answer.has("text") ? "text" : "choice")
                                        .asString()))
                        .containsExactly(expected));
    }

    /** How many presses of a screen were told to be repeated. */
    long repeated(String screen) {
        return stage.answers().stream()
                .filter(answer -> answer.path("screenId").asString().equals(screen))
                .filter(answer -> answer.path("repeated").asBoolean(false))
                .count();
    }

    void press(String choice) {
        browser.driver().findElement(byChoice(choice)).click();
    }

    private static By byChoice(String choice) {
        return By.cssSelector("[data-choice='" + choice + "']");
    }

    @Override
    public void close() {
        browser.driver().get("about:blank");
        stage.close();
    }
}
