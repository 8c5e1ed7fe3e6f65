package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.content.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How answers leave the page: none by accident, none too early, stop and help always. */
class ScreenAnswerTest extends OnTheScreen {

    private static final int LATER_MS = 60_000;

    @Test
    void anAnswerBeforeItsTimeIsHeldBackWhileStopAndHelpGoThrough() {
        String screen = page.show(notYetReady("warning.goods"));

        page.press("not-happening");
        assertThat(page.browser.text(".tell")).contains("请先听完、看清");
        page.press("help");
        page.press("stop");

        page.awaitAnswer(screen, "help", "stop");
    }

    @Test
    void aDoubleTapIsOneAnswer() {
        String screen = page.show("reminder.beware");
        page.untilReady();

        page.browser.run("const button = document.querySelector('[data-choice=understood]');"
                + "button.click(); button.click(); button.click();");
        page.press("help");

        page.awaitAnswer(screen, "understood", "help");
        await().atMost(ScreenPage.SOON).until(() -> page.repeated(screen) == 2);
    }

    @Test
    void theSamePlaceOnTheNextScreenIsTheSamePressAndCounted() {
        standStill();
        page.show("reminder.beware");
        page.untilReady();
        page.press("understood");
        String screen = page.show("reminder.beware");
        page.untilReady();

        page.press("understood");
        await().atMost(ScreenPage.SOON).until(() -> page.repeated(screen) == 1);
        page.press("help");

        page.awaitAnswer(screen, "help");
    }

    @Test
    void theSamePlaceALittleLaterIsAnAnswer() {
        standStill();
        page.show("reminder.beware");
        page.untilReady();
        page.press("understood");
        String screen = page.show("reminder.beware");
        page.untilReady();

        page.browser.run("const now = performance.now(); performance.now = () => now + 1500");
        page.press("understood");

        page.awaitAnswer(screen, "understood");
        assertThat(page.repeated(screen)).isZero();
    }

    /** However slow the machine is, what follows happens within a moment of the page's own time. */
    private void standStill() {
        page.browser.run("const now = performance.now(); performance.now = () => now");
    }

    @Test
    void theClearKeyAnswersWhereTheScreenSaysSoAndSaysNothingWhileItIsHeld() {
        String held = page.show("ask-purpose");
        page.untilReady();
        page.browser.run("const key = (type, repeat) =>"
                + " document.dispatchEvent(new KeyboardEvent(type, { key: 'Backspace', repeat, bubbles: true }));"
                + "key('keydown', false); key('keydown', true); key('keydown', true); key('keyup', false);");
        page.press("help");
        page.awaitAnswer(held, "help");

        String pressed = page.show("ask-purpose");
        page.untilReady();
        new Actions(page.browser.driver()).sendKeys(Keys.BACK_SPACE).perform();

        page.awaitAnswer(pressed, "prize-fee");
    }

    @Test
    void enterNeverGoesOnByItself() {
        String screen = page.show("reminder.true");
        page.untilReady();

        assertThat(page.browser.is("document.activeElement.id === 'title'")).isTrue();
        new Actions(page.browser.driver()).sendKeys(Keys.ENTER, Keys.SPACE).perform();
        page.press("help");

        page.awaitAnswer(screen, "help");
    }

    @Test
    void escapeIsTheCancelKeyAndClosesNoWarning() {
        String screen = page.show(notYetReady("warning.rent"));

        new Actions(page.browser.driver()).sendKeys(Keys.ESCAPE, Keys.ESCAPE).perform();

        page.awaitAnswer(screen, "stop");
        assertThat(page.browser.is("document.getElementById('popup').open")).isTrue();
    }

    @Test
    void everyChoiceShowsTheKeyThatMeansTheSame() {
        page.show("ask-purpose");

        assertThat((List<?>) page.browser.run(
                        "return [...document.querySelectorAll('.choice')].filter(b => !b.querySelector('.key'))"))
                .isEmpty();
        assertThat(page.browser.text("[data-choice='prize-fee'] .key")).isEqualTo("更正键");
        assertThat(page.browser.text("[data-choice='goods'] .key")).isEqualTo("2");
    }

    @Test
    void aTypedAnswerComesFromPadAndKeyboardAlike() {
        String screen = page.show("confirm-again.last-four");
        page.untilReady();

        new Actions(page.browser.driver()).sendKeys("12x").perform();
        page.browser
                .driver()
                .findElement(By.xpath("//button[@class='digit'][.='3']"))
                .click();
        page.browser.driver().findElement(By.id("typed")).sendKeys("45" + Keys.ENTER);
        assertThat(page.stage.answers()).noneMatch(answer -> isOf(screen, answer));
        page.browser.driver().findElement(By.className("send")).click();

        page.awaitAnswer(screen, "1234");
    }

    @Test
    void anAnswerToAScreenThatHasGoneBringsTheOneThatIsThere() {
        page.show("reminder.family");
        page.untilReady();
        page.stage.answerWith(409);
        page.stage.showUntold(Screens.of("held.red", Language.of("zh")));

        page.press("understood");

        await().atMost(ScreenPage.SOON).until(() -> page.browser.text(".code").contains("4713"));
        page.stage.answerWith(204);
    }

    @Test
    void anAnswerThatIsNotTakenIsSaidToBeWrong() {
        page.show("comprehension");
        page.untilReady();
        page.stage.answerWith(422);

        page.press("s1");

        await().atMost(ScreenPage.SOON).until(() -> page.browser.text(".tell").contains("这个回答不对"));
        page.stage.answerWith(204);
    }

    private static ObjectNode notYetReady(String textId) {
        return Screens.of(textId, Language.of("zh")).put("readyInMs", LATER_MS);
    }

    private static boolean isOf(String screen, JsonNode answer) {
        return answer.path("screenId").asString().equals(screen);
    }
}
