package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.content.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.By;
import tools.jackson.databind.node.ObjectNode;

/** The customer's page, open in a browser on a stage. */
final class ScreenPage implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(10);

    /** So many screens are measured before the browser is asked for what it found; it answers within half a minute. */
    private static final int SCREENS_AT_ONCE = 40;

    private static final String EACH = "const done = arguments[arguments.length - 1];"
            + "const measure = async function() {%s};"
            + "(async function() {" + script("each.js") + "}).apply(null, arguments).then(done, e => done('' + e));";

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

    /**
     * Shows one state after the other and measures each as soon as it stands, without a word between the browser and
     * this test.
     *
     * @param measure the body of an async function that is given the argument
     * @return what it returned for each state, in their order
     */
    List<Object> measured(List<ObjectNode> states, String measure, Object argument) {
        List<Object> found = new ArrayList<>();
        for (int from = 0; from < states.size(); from += SCREENS_AT_ONCE) {
            List<ObjectNode> some = states.subList(from, Math.min(states.size(), from + SCREENS_AT_ONCE));
            stage.willShow(some);
            Object answer = browser.driver().executeAsyncScript(EACH.replace("%s", measure), some.size(), argument);
            assertThat(answer).as("what was measured").isInstanceOf(List.class);
            found.addAll((List<?>) Objects.requireNonNull(answer));
        }
        assertThat(found).as("control: every state was measured").hasSameSizeAs(states);
        return found;
    }

    /** Reads a script of these tests. */
    static String script(String name) {
        try (InputStream file = Objects.requireNonNull(ScreenPage.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
