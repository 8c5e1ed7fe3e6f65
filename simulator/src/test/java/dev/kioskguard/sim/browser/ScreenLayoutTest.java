package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.content.Language;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** How the screen looks, for every text that ships. A picture of each lies in {@code target/screenshots}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenLayoutTest {

    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(5);

    /** Whatever is smaller than a fingertip, smaller than the type of an elder's newspaper, or cut off. */
    private static final String FAULTS = """
            const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
            const article = document.querySelector('article');
            const faults = [];
            for (const part of article.querySelectorAll('h1, .body p, dd, button, .code strong, figure')) {
              const box = part.getBoundingClientRect();
              const name = part.tagName + ' ' + part.textContent;
              if (box.width === 0 || box.left < 0 || box.top < 0
                  || box.right > innerWidth || box.bottom > innerHeight) {
                faults.push('cut off: ' + name);
              }
              if (part.tagName === 'BUTTON' && (box.height < 4.99 * rem || box.width < 4.99 * rem)) {
                faults.push('small target: ' + name);
              }
              const least = part.tagName === 'H1' ? 2.75 : 1.75;
              if (parseFloat(getComputedStyle(part).fontSize) < least * rem - 0.1) {
                faults.push('small words: ' + name);
              }
            }
            const blocks = [...article.querySelectorAll('.message > *, .sign, button, .tell, .strip')];
            blocks.forEach((one, i) => blocks.slice(i + 1).forEach((other) => {
              const a = one.getBoundingClientRect();
              const b = other.getBoundingClientRect();
              if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                  && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) {
                faults.push('overlap: ' + one.textContent + ' / ' + other.textContent);
              }
            }));
            return faults;
            """;

    private Chromium browser;
    private ScreenStage stage;

    @BeforeAll
    void open() {
        browser = Chromium.open();
        stage = new ScreenStage(Screens.of("idle", Language.of("zh")));
        browser.driver().get(stage.page().toString());
        await().atMost(SHOWN_WITHIN).until(() -> browser.is("document.querySelector('article') !== null"));
    }

    @AfterAll
    void close() {
        if (stage != null) {
            stage.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<String> texts() {
        return Screens.PACK.words().screens().stream().sorted();
    }

    static Stream<String> oneOfEachKind() {
        return Stream.concat(
                texts().collect(Collectors.toMap(Screens::kindOf, id -> id, (first, next) -> first)).values().stream(),
                Stream.of("confirm-again.surname", "held.red", "stop.refund"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyTextThatShipsStandsWholeOnTheSmallestScreen(String textId) {
        browser.sized(1024, 768);
        for (String language : LANGUAGES) {
            show(Screens.of(textId, Language.of(language)));
            assertThat(faults()).as("%s in %s", textId, language).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void everyKindHasItsPicture(String textId) {
        browser.sized(1024, 768);
        for (String language : LANGUAGES) {
            show(Screens.of(textId, Language.of(language)));
            // Answers open a moment later; the picture shows how they look when they can be given.
            await().atMost(SHOWN_WITHIN).until(() -> browser.is("!document.querySelector('[aria-disabled=true]')"));
            browser.photograph(textId + "-" + language);
        }
        assertThat(browser.text("article"))
                .as("control: there is something in the picture")
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"1280, 1024", "1920, 1080"})
    void largerScreensShowTheSamePage(int width, int height) {
        browser.sized(width, height);
        for (String textId : List.of("ask-purpose", "warning.goods", "confirm.24-hours", "confirm-again.amount")) {
            show(Screens.of(textId, Language.of("zh")));
            assertThat(faults()).as("%s at %s", textId, width).isEmpty();
        }
    }

    private List<?> faults() {
        return (List<?>) browser.run(FAULTS);
    }

    private void show(ObjectNode state) {
        stage.show(state);
        String id = state.path("screenId").asString();
        await().atMost(SHOWN_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> browser.is("document.querySelector('article').dataset.screen === '" + id + "'"));
    }
}
