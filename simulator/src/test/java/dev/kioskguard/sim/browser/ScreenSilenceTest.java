package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.OutputType;
import tools.jackson.databind.node.ObjectNode;

/** A customer who holds the clear key asks for help in silence: whoever stands beside them sees nothing of it. */
class ScreenSilenceTest extends OnTheScreen {

    private static final int REPEATS = 30;
    private static final String HOLD = """
            for (let i = 0; i < arguments[1]; i++) {
              document.activeElement.dispatchEvent(
                new KeyboardEvent('keydown', { key: arguments[0], repeat: i > 0, bubbles: true, cancelable: true }));
            }
            """;

    static Stream<Variant> screens() {
        return Stream.of(
                new Variant("ask.know-payee", "", "ordinary", "zh"),
                new Variant("warning.goods", "poster", "ordinary", "zh"),
                new Variant("hang-up", "", "ordinary", "zh"),
                new Variant("confirm-again.amount", "", "ordinary", "zh"),
                new Variant("held.red", "", "ordinary", "zh"));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void theHeldClearKeyLeavesNoTrace(Variant variant) {
        ObjectNode state = variant.stateOn(Panel.SMALL);
        String screen = page.show(state);
        await().atMost(ScreenPage.SOON)
                .until(() -> Boolean.TRUE.equals(page.stage.proof(screen, "voice"))
                        && page.browser.is("document.querySelector('.speaking').hidden"));
        page.untilReady();
        byte[] before = picture();

        for (String key : List.of("Clear", "Backspace")) {
            page.browser.run(HOLD, key, REPEATS);
            page.stage.show(state);
            assertThat(picture()).as("%s on %s", key, variant).isEqualTo(before);
        }
        assertThat(page.stage.answers())
                .noneMatch(answer -> answer.path("screenId").asString().equals(screen));
        page.browser.run("document.querySelector('.tell').textContent = '.'");
        assertThat(picture()).as("control: a trace is seen").isNotEqualTo(before);
    }

    private byte[] picture() {
        return page.browser.driver().getScreenshotAs(OutputType.BYTES);
    }
}
