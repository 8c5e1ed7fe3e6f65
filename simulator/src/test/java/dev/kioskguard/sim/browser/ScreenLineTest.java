package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.content.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The screen while the guard cannot be reached. */
class ScreenLineTest {

    @RegisterExtension
    static final SharedChromium BROWSER = new SharedChromium();

    @Test
    void aLostGuardIsSaidOverEverythingUntilItIsBack() {
        try (ScreenPage page = ScreenPage.in(BROWSER.browser())) {
            page.show("warning.goods");
            assertThat(page.browser.is("document.getElementById('lost').open")).isFalse();
            int port = page.stage.port();

            page.stage.close();
            await().atMost(ScreenPage.SOON).until(() -> page.browser.is("document.getElementById('lost').open"));
            page.browser.photograph("lost");
            assertThat(page.browser.text("#lost h1")).isEqualTo("系统正在重新连接，转账不会进行");
            assertThat(page.browser.is("document.elementFromPoint(innerWidth / 2, 200).closest('#lost') !== null"))
                    .as("control: it lies on top of the warning")
                    .isTrue();

            try (ScreenStage back = new ScreenStage(Screens.of("result.refused", Language.of("zh")), port)) {
                await().atMost(ScreenPage.SOON.multipliedBy(2))
                        .until(() -> !page.browser.is("document.getElementById('lost').open"));
                assertThat(back.port()).isEqualTo(port);
                assertThat(page.browser.text("h1#title")).isEqualTo("这次没有办理转账");
            }
        }
    }
}
