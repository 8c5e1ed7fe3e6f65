package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.content.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What the page claims to the guard, and what it must not claim. */
class ScreenProofTest extends OnTheScreen {

    @Test
    void aWarningIsProvenByAllFourChannels() {
        String screen = page.show("warning.goods");

        for (String channel : List.of("text", "sign", "popup", "voice")) {
            awaitProof(screen, channel, true);
        }
        assertThat(page.browser.is("document.getElementById('popup').matches(':modal')"))
                .as("control: the warning is a modal window")
                .isTrue();
    }

    @Test
    void aConfirmationIsProvenFieldByField() {
        String screen = page.show("confirm.real-time");

        for (String channel : List.of("payee", "amount", "timing", "voice")) {
            awaitProof(screen, channel, true);
        }
    }

    @Test
    void aFieldThatTheScreenDoesNotCarryIsNotClaimed() {
        ObjectNode state = Screens.of("confirm.real-time", Language.of("zh"));
        ((ObjectNode) state.path("fields")).remove("when");
        String screen = page.show(state);

        awaitProof(screen, "amount", true);
        awaitProof(screen, "timing", false);
    }

    @Test
    void aClipThatCannotBePlayedIsReportedAsFailed() {
        ObjectNode state = Screens.of("warning.goods", Language.of("zh"));
        ((ObjectNode) state.path("voice")).put("clip", "missing");
        String screen = page.show(state);

        awaitProof(screen, "voice", false);
        awaitProof(screen, "text", true);
    }

    @Test
    void aMutedClipIsNoVoice() {
        page.browser.run("window.playLoud = HTMLMediaElement.prototype.play;"
                + "HTMLMediaElement.prototype.play = function() { this.muted = true; return playLoud.call(this); };");
        String screen = page.show("warning.goods");

        awaitProof(screen, "voice", false);
        page.browser.run("HTMLMediaElement.prototype.play = window.playLoud;");
    }

    @Test
    void whatIsCoveredIsNotClaimedUntilItIsSeen() {
        page.browser.run("const cover = document.createElement('div');"
                + "cover.id = 'cover'; cover.popover = 'manual'; document.body.append(cover);"
                + "cover.style.cssText = 'position:fixed;inset:0;width:auto;height:auto';"
                + "cover.showPopover();");
        String screen = page.show("reminder.beware");

        awaitProof(screen, "text", false);
        awaitProof(screen, "sign", false);

        page.browser.run("document.getElementById('cover').remove();");
        awaitProof(screen, "text", true);
        awaitProof(screen, "sign", true);
    }

    @Test
    void aSignThatDoesNotLoadIsNotClaimed() {
        String screen = page.show(Screens.of("reminder.true", Language.of("zh")));
        awaitProof(screen, "sign", true);

        page.browser.run("window.decodeWell = HTMLImageElement.prototype.decode;"
                + "HTMLImageElement.prototype.decode = () => Promise.reject(new Error());");
        String broken = page.show("reminder.beware");

        awaitProof(broken, "sign", false);
        page.browser.run("HTMLImageElement.prototype.decode = window.decodeWell;");
    }

    @Test
    void aProofThatDoesNotArriveIsSentAgain() {
        page.stage.refuseProofs(3);
        String screen = page.show("reminder.family");

        for (String channel : List.of("text", "sign", "voice")) {
            awaitProof(screen, channel, true);
        }
        assertThat(page.stage.timesProven(screen, "text")).isEqualTo(1);
    }

    private void awaitProof(String screen, String channel, boolean ok) {
        await().alias(channel + " of " + screen + " " + ok)
                .atMost(ScreenPage.SOON)
                .until(() -> Boolean.valueOf(ok).equals(page.stage.proof(screen, channel)));
    }
}
