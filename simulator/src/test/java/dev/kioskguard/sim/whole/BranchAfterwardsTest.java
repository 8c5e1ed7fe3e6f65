package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.sim.browser.Chromium;
import dev.kioskguard.sim.browser.SharedChromium;
import dev.kioskguard.web.desk.drill.DrillBoard;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What comes after, at the branch's desk: the packet for the police, closing out, figures, and a drill. */
@EnabledIf("dev.kioskguard.sim.broker.Mosquitto#isInstalled")
class BranchAfterwardsTest {

    @RegisterExtension
    static final SharedChromium SHARED = new SharedChromium();

    private static final int WALL_PACE = 1;

    @TempDir
    Path folder;

    private BranchPremises branch;
    private Simulation simulation;
    private Chromium browser;
    private BranchPhone phone;

    @BeforeEach
    void theHeadOfTheBranchSignsIn() throws Exception {
        branch = BranchPremises.in(folder);
        simulation = Simulation.start(branch.machine.options(WALL_PACE));
        browser = SHARED.browser().sized(390, 844);
        phone = new BranchPhone(branch, browser, folder.resolve("desk"));
        phone.signIn("head-of-branch");
    }

    @AfterEach
    void closes() {
        browser.driver().get("about:blank");
        simulation.close();
        branch.close();
    }

    @Test
    void whatComesAfterIsSaidAtTheBranchsDeskAndStandsInTheMachinesJournal() {
        aDrillIsEndedBySomebodyReal();
        phone.decide("escalate", "");
        phone.reads("article .said", "已请下一级");
        phone.decide("escalate", "");
        await().atMost(BranchPhone.SOON).until(() -> browser.is("!document.querySelector('[data-packet]').hidden"));
        phone.press("[data-packet]");
        phone.reads("#packet dl", "110");
        assertThat(browser.text("#packet dl")).contains("ATM-0001").doesNotContain("undefined");
        browser.photograph("branch-packet");
        phone.click("[data-hide]");

        phone.decide("cancel", "");
        phone.reads("#ended article .state", "已结束");
        phone.click("article .closure summary");
        await().atMost(BranchPhone.SOON)
                .until(() -> browser.is("document.querySelector('[name=was]').options.length > 20"));
        browser.run("document.querySelector('[name=was]').value = 'romance';"
                + "document.querySelector('[name=helped][value=talked-aside]').checked = true;"
                + "document.querySelector('[name=trick]').value = '网友说急需用钱';"
                + "document.querySelector('[name=note]').value = '家人已到\\n带回家了'");
        phone.photograph("article .closure", "branch-closure");
        phone.press("[data-close]");
        phone.reads("article .said", "已登记");
        assertThat(branch.machineLines("Desk"))
                .extracting(line -> line.open().path("what").asString() + " "
                        + line.open().path("was").asString("-"))
                .containsSubsequence("cancel -", "closed-out romance");

        phone.click("#overview summary");
        phone.reads("#figures", "取消 Cancelled");
        phone.photograph("#overview", "branch-figures");
        assertThat(browser.is("performance.getEntriesByType('resource').every(each => each.responseStatus !== 404)"))
                .as("nothing was asked for that is not there")
                .isTrue();
        assertThat(browser.is("document.getElementById('drafts').hidden"))
                .as("what lies in the machine's own folder is not offered")
                .isTrue();
        aMachineThatIsAwaySaysSo();
    }

    private void aDrillIsEndedBySomebodyReal() {
        phone.click("#drills summary");
        phone.click("#drill-begin");
        phone.reads("#drill h2", "演练");
        phone.click("#drill .steps button");
        phone.reads("#drill .steps", "我已到机器旁");
        browser.run("scrollTo(0, 0)");
        browser.photograph("branch-drill");
        phone.askForHelp();
        phone.reads("article .state", "已送达");
        phone.reads("#drill .state", "演练已自动结束");
        assertThat(branch.deskLines(DrillBoard.KIND))
                .extracting(line -> line.open().path("what").asString())
                .containsSubsequence("began", "acknowledged", "over");
        assertThat(branch.machineLines(DrillBoard.KIND))
                .as("no machine hears of it")
                .isEmpty();
    }

    private void aMachineThatIsAwaySaysSo() {
        simulation.close();
        phone.reads("#machines", "已停机");
        phone.press("[data-close]");
        phone.reads("article .said", "这台机器不在线");
        phone.photograph("article .closure", "branch-away");
    }
}
