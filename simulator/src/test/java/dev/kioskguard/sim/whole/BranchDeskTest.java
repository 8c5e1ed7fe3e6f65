package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.mqtt.Witness;
import dev.kioskguard.app.channel.Refusals;
import dev.kioskguard.sim.browser.Chromium;
import dev.kioskguard.sim.browser.SharedChromium;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.transfer.clearance.SigningKey;
import dev.kioskguard.web.desk.branch.Commands;
import dev.kioskguard.web.desk.command.DeskCommand;
import dev.kioskguard.web.desk.command.Doing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a customer who asks for help, over a broker with certificates, to a phone at the branch's desk and back. */
@EnabledIf("dev.kioskguard.sim.broker.Mosquitto#isInstalled")
class BranchDeskTest {

    @RegisterExtension
    static final SharedChromium SHARED = new SharedChromium();

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int WALL_PACE = 1;

    @TempDir
    Path folder;

    private BranchPremises branch;
    private Simulation simulation;
    private Chromium browser;

    @BeforeEach
    void opens() throws Exception {
        branch = BranchPremises.in(folder);
        simulation = Simulation.start(branch.machine.options(WALL_PACE));
        browser = SHARED.browser().sized(390, 844);
        browser.driver().get(branch.desk.uri().toString());
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('sign-in').hidden"));
        signIn("lobby-manager");
        await().atMost(SOON).until(() -> browser.text("#machines").contains("在线"));
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
        askForHelp();
        await().atMost(SOON).until(() -> browser.text("article .state").contains("已送达"));
        browser.photograph("branch-page");
        press("[data-say=acknowledgement]");
        await().atMost(SOON).until(() -> browser.text("article .state").contains("已有人前往"));

        String code = screen().path("code").asString();
        decide("release", code.equals("0000") ? "0001" : "0000");
        await().atMost(SOON).until(() -> browser.text("article .said").contains("核对码不对"));
        assertThat(screen().path("kind").asString()).isEqualTo("held");
        decide("release", code);
        await().atMost(SOON).until(() -> !screen().path("kind").asString().equals("held"));
        await().atMost(SOON).until(() -> browser.text("article .said").contains("已放行"));
        click("#patrol");
        await().atMost(SOON).until(() -> browser.text("#patrolled").contains("已记录巡查"));

        branch.machine.person().pullCard();
        await().atMost(SOON).until(() -> browser.is("document.querySelector('article') === null"));
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
        askForHelp();
        await().atMost(SOON).until(() -> browser.text("article .state").contains("已送达"));
        branch.broker.kill();
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('line').hidden"));
        press("[data-say=acknowledgement]");
        await().atMost(SOON).until(() -> browser.text("article .said").contains("没有送达，请直接过去"));
        assertThat(browser.text("article .state")).as("what was known stays").contains("已送达");
        browser.run("scrollTo(0, 0)");
        browser.photograph("branch-line-down");
    }

    @Test
    void theMachineThatIsStoppedIsShownAndNothingIsSaidToIt() {
        askForHelp();
        await().atMost(SOON).until(() -> browser.text("article .state").contains("已送达"));
        simulation.close();
        await().atMost(SOON).until(() -> browser.text("#machines").contains("已停机"));
        await().atMost(SOON).until(() -> browser.is("!document.querySelector('article .lost').hidden"));
        press("[data-say=acknowledgement]");
        await().atMost(SOON).until(() -> browser.text("article .said").contains("机器失联，没有送达"));
        browser.run("scrollTo(0, 0)");
        browser.photograph("branch-machine-lost");
    }

    @Test
    void whatIsForgedReplayedOrLateIsNotDoneAndStandsInTheMachinesJournal() throws Exception {
        String page = "p-" + askForHelp();
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
            assertThat(screen().path("kind").asString()).as("not cancelled").isEqualTo("held");

            press("[data-say=acknowledgement]");
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
            await().atMost(SOON).until(() -> !screen().path("kind").asString().equals("held"));
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
                issued,
                issued.plusSeconds(60));
    }

    private void signIn(String role) throws Exception {
        JsonNode staff =
                JsonMapper.builder().build().readTree(Files.readString(folder.resolve("desk/demo-staff.json")));
        for (JsonNode person : staff) {
            if (person.path("role").asString().equals(role)) {
                browser.run(
                        "const form = document.getElementById('sign-in').elements;"
                                + "form.staff.value = arguments[0]; form.pin.value = arguments[1];"
                                + "document.querySelector('#sign-in button').click()",
                        person.path("staff").asString(),
                        person.path("pin").asString());
            }
        }
    }

    private String askForHelp() {
        Person person = branch.machine.person();
        person.insertCard();
        String transfer = person.transfer("zh-CN");
        person.screen()
                .call(Call.post(
                        "/screen/answers",
                        Map.of("screenId", screen().path("screenId").asString(), "choice", "help")));
        return transfer;
    }

    private JsonNode screen() {
        return branch.machine.person().screen().call(Call.get("/screen/state"));
    }

    private void decide(String action, String code) {
        browser.run(
                "document.querySelector('[name=code]').value = arguments[0];"
                        + "document.querySelector('[name=reason]').value = '客户说得清楚'",
                code);
        press("[data-action=" + action + "]");
    }

    private void press(String css) {
        click("article " + css);
    }

    private void click(String css) {
        browser.run("document.querySelector(arguments[0]).click()", css);
    }
}
