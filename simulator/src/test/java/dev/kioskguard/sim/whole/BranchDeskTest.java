package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.mqtt.Witness;
import dev.kioskguard.app.channel.Refusals;
import dev.kioskguard.sim.browser.Chromium;
import dev.kioskguard.sim.browser.SharedChromium;
import dev.kioskguard.transfer.clearance.SigningKey;
import dev.kioskguard.web.desk.branch.Commands;
import dev.kioskguard.web.desk.command.DeskCommand;
import dev.kioskguard.web.desk.command.Doing;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a customer who asks for help, over a broker with certificates, to a phone at the branch's desk and back. */
@EnabledIf("dev.kioskguard.sim.broker.Mosquitto#isInstalled")
class BranchDeskTest {

    @RegisterExtension
    static final SharedChromium SHARED = new SharedChromium();

    private static final Duration SOON = BranchPhone.SOON;
    private static final int WALL_PACE = 1;

    @TempDir
    Path folder;

    private BranchPremises branch;
    private Simulation simulation;
    private Chromium browser;
    private BranchPhone phone;

    @BeforeEach
    void opens() throws Exception {
        branch = BranchPremises.in(folder);
        simulation = Simulation.start(branch.machine.options(WALL_PACE));
        browser = SHARED.browser().sized(390, 844);
        phone = new BranchPhone(branch, browser, folder.resolve("desk"));
        phone.signIn("lobby-manager");
    }

    @AfterEach
    void closes() {
        browser.driver().get("about:blank");
        simulation.close();
        branch.close();
    }

    @Test
    void whoeverIsCalledGoesAndReleasesAtTheMachineAndSeesWhatTheMachineSays() {
        browser.photograph("branch-quiet");
        phone.askForHelp();
        await().atMost(SOON).until(() -> browser.text("article .state").contains("已送达"));
        browser.photograph("branch-page");
        phone.press("[data-say=acknowledgement]");
        await().atMost(SOON).until(() -> browser.text("article .state").contains("已有人前往"));

        String code = phone.screen().path("code").asString();
        phone.decide("release", code.equals("0000") ? "0001" : "0000");
        await().atMost(SOON).until(() -> browser.text("article .said").contains("核对码不对"));
        assertThat(phone.screen().path("kind").asString()).isEqualTo("held");
        phone.decide("release", code);
        await().atMost(SOON).until(() -> !phone.screen().path("kind").asString().equals("held"));
        await().atMost(SOON).until(() -> browser.text("article .said").contains("已放行"));
        phone.click("#patrol");
        await().atMost(SOON).until(() -> browser.text("#patrolled").contains("已记录巡查"));

        branch.machine.person().pullCard();
        await().atMost(SOON).until(() -> browser.is("document.querySelector('#open article') === null"));
        assertThat(browser.is("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing is wider than the phone")
                .isTrue();
        assertThat(branch.deskLines(Commands.KIND))
                .extracting(line -> line.open().path("does").asString() + " "
                        + line.open().path("outcome").asString("-"))
                .containsSubsequence(
                        "delivery done", "acknowledgement done", "release forbidden", "release -", "release done")
                .contains("patrol done");
        assertThat(branch.machineLines("Desk"))
                .extracting(line -> line.open().path("what").asString())
                .containsExactlyInAnyOrder("release", "patrol");
    }

    @Test
    void aLostMachineALineThatIsDownAndWhatIsNotSaidIsShown() {
        phone.askForHelp();
        await().atMost(SOON).until(() -> browser.text("article .state").contains("已送达"));
        branch.broker.kill();
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('line').hidden"));
        phone.press("[data-say=acknowledgement]");
        await().atMost(SOON).until(() -> browser.text("article .said").contains("没有送达，请直接过去"));
        assertThat(browser.text("article .state")).as("what was known stays").contains("已送达");
        browser.run("scrollTo(0, 0)");
        browser.photograph("branch-line-down");
    }

    @Test
    void theMachineThatIsStoppedIsShownAndNothingIsSaidToIt() {
        phone.askForHelp();
        await().atMost(SOON).until(() -> browser.text("article .state").contains("已送达"));
        simulation.close();
        await().atMost(SOON).until(() -> browser.text("#machines").contains("已停机"));
        await().atMost(SOON).until(() -> browser.is("!document.querySelector('article .lost').hidden"));
        phone.press("[data-say=acknowledgement]");
        await().atMost(SOON).until(() -> browser.text("article .said").contains("机器失联，没有送达"));
        browser.run("scrollTo(0, 0)");
        browser.photograph("branch-machine-lost");
    }

    @Test
    void whatIsForgedReplayedOrLateIsNotDoneAndStandsInTheMachinesJournal() throws Exception {
        String page = "p-" + phone.askForHelp();
        await().atMost(SOON).until(() -> browser.text("article .state").contains("已送达"));
        SigningKey desk = branch.deskKey();
        Instant now = Instant.now();
        try (Witness stranger = Witness.at(branch.witnessPort)) {
            String commands = BranchPremises.HOME + "commands";
            DeskCommand cancel = cancel(page, "forged", now);
            stranger.say(commands, cancel.sign(SigningKey.generate(new SecureRandom())));
            stranger.say(
                    commands,
                    cancel(page, "late", now.minus(Duration.ofMinutes(5))).sign(desk));
            refused("command-signature", "command-expired");
            assertThat(phone.screen().path("kind").asString())
                    .as("not cancelled")
                    .isEqualTo("held");

            phone.press("[data-say=acknowledgement]");
            await().atMost(SOON).until(() -> browser.text("article .state").contains("已有人前往"));
            String captured =
                    stranger.heard(commands).get(stranger.heard(commands).size() - 1);
            for (int i = 0; i < 3; i++) {
                stranger.say(commands, captured);
            }
            refused("command-signature", "command-expired", "command-replayed");
            assertThat(branch.machineLines("Page"))
                    .filteredOn(line -> line.open().path("state").asString().equals("acknowledged"))
                    .as("acted on once")
                    .hasSize(1);

            stranger.say(commands, cancel(page, "control", Instant.now()).sign(desk));
            await().atMost(SOON)
                    .until(() -> !phone.screen().path("kind").asString().equals("held"));
        }
    }

    @Test
    void aPageWithScriptInEveryFieldIsShownAsWordsAndDoesNothing() throws Exception {
        String hostile = "<img src=x onerror=document.title='!'>";
        String page = """
                {"id":"p-1","machine":"ATM-0001","level":1,"calls":["_"],"tier":"_","transferId":"_","messageId":"_",
                "reasons":[{"code":"_","zh":"_","en":"_","since":"2026-01-01T04:00:00Z","strength":0.8,
                "because":[{"code":"_","zh":"_","en":"_"}]}],"script":[{"zh":"_","en":"_"}],
                "raisedAt":"2026-01-01T04:00:00Z","deadline":"2026-01-01T04:00:30Z","state":"raised"}
                """.replace("_", hostile);
        String status = "{\"machine\":\"ATM-0001\",\"state\":\"here\",\"at\":\"2026-01-01T04:00:00Z\","
                + "\"transfersRefusedBecause\":[\"_\"]}";
        try (Witness stranger = Witness.at(branch.witnessPort)) {
            stranger.say(BranchPremises.HOME + "status", status.replace("_", hostile));
            stranger.say(BranchPremises.HOME + "pages/p-1", page);
            await().atMost(SOON).until(() -> browser.text("article").contains(hostile));
        }
        assertThat(browser.text("#machines")).contains("ATM-0001");
        assertThat(browser.is("document.querySelector('main img, article script') === null"))
                .as("no field became a part of the page")
                .isTrue();
        assertThat(browser.is("document.title.includes('!')")).isFalse();
        browser.run("scrollTo(0, 0)");
        browser.photograph("branch-hostile");
    }

    private void refused(String... kinds) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(branch.machineLines(Refusals.KIND))
                        .extracting(line -> line.open().path("kind").asString())
                        .containsExactlyInAnyOrder(kinds));
    }

    private static DeskCommand cancel(String page, String actionId, Instant issued) {
        return new DeskCommand(
                actionId,
                new DeskCommand.Target(BranchPremises.BRANCH, BranchPremises.MACHINE, page),
                Doing.CANCEL,
                "lobby",
                null,
                "改主意了",
                null,
                issued,
                issued.plusSeconds(60));
    }
}
