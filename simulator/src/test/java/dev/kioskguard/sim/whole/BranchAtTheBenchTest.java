package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.sim.browser.Chromium;
import dev.kioskguard.sim.browser.SharedChromium;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.staff.StaffDesk;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A branch around the terminal, as the engineer at the bench has it: its desk, whoever is on duty, and its broker. */
@EnabledIf("dev.kioskguard.sim.broker.Mosquitto#isInstalled")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BranchAtTheBenchTest {

    @RegisterExtension
    static final SharedChromium SHARED = new SharedChromium();

    private static final Duration SOON = Duration.ofSeconds(40);

    private Premises premises;
    private Simulation simulation;
    private Person person;
    private StaffDesk desk;
    private Chromium browser;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        premises = Premises.in(folder);
        simulation = Simulation.start(premises.optionsWithBroker());
        person = premises.person();
        desk = simulation.branch().orElseThrow().staffDesk();
    }

    @AfterAll
    void close() {
        simulation.close();
    }

    @BeforeEach
    void allIsWell() {
        await().atMost(SOON)
                .until(() -> person.health().path("status").asString().equals("ok"));
        await().atMost(SOON).until(() -> broker().path("pagesWaiting").asInt() == 0);
        await().atMost(SOON).until(() -> desk.branch().path("line").path("up").asBoolean());
        person.insertCard();
    }

    @AfterEach
    void theCustomerGoes() {
        person.breakDown("broker", "none");
        person.pullCard();
        SHARED.browser().driver().get("about:blank");
    }

    @Test
    void theMachinesOwnDeskIsFramedAndTheBranchsIsLinked() {
        openBench();
        browser.driver().switchTo().frame("phone");
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('sign-in').hidden"));
        browser.driver().switchTo().defaultContent();
        assertThat(browser.is("document.getElementById('branch-link').href.startsWith('http://localhost:')"))
                .as("under another name, so that a cookie of one desk is none of the other")
                .isTrue();
        assertThat(browser.is("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @Test
    void whoeverIsOnDutyComesAndReleasesAtTheMachine() {
        openBench();
        onDuty("prompt");
        var unused = askForHelp();
        await().atMost(SOON).until(() -> browser.text("#pages").contains("有人前往"));
        browser.photograph("bench-desk");
        await().atMost(SOON)
                .until(() -> person.screen()
                        .call(Call.get("/screen/state"))
                        .path("kind")
                        .asString()
                        .equals("ask-purpose"));
        onDuty("nobody");
    }

    @Test
    void onACutLineNobodySeesThePageAndAllSaySoUntilTheLineIsBack() {
        openBench();
        person.breakDown("broker", "lost");
        assertThat(broker().path("state").asString()).isEqualTo("connecting");
        assertThat(person.health().path("status").asString()).isEqualTo("degraded");
        onDuty("prompt");
        String page = "p-" + askForHelp();
        await().atMost(SOON).until(() -> browser.text("#pages .bad").contains("没有人看到，已上报"));
        assertThat(browser.text("#broker.bad")).contains("connecting, the broker cannot be reached", "pages waiting");
        assertThat(broker().path("pagesWaiting").asInt()).isPositive();
        assertThat(desk.pages()).noneMatch(shown -> isOf(page, shown));
        assertThat(machine()).as("by its last will").isEqualTo("gone");
        browser.photograph("bench-line-down");

        person.breakDown("broker", "none");
        assertThat(broker().path("state").asString()).isEqualTo("connected");
        await().atMost(SOON).until(() -> browser.text("#pages").contains("有人前往"));
        onDuty("nobody");
        assertThat(premises.lines("Page").stream()
                        .filter(line -> line.open().path("page").asString().equals(page))
                        .map(line -> line.open().path("state").asString()))
                .containsSubsequence("raised", "undelivered", "escalated", "acknowledged");
    }

    @Test
    void aFullBrokerIsThereAndTakesNothingAndTheGuardSaysThat() {
        person.breakDown("broker", "full");
        String page = "p-" + askForHelp();
        await().atMost(SOON).until(() -> !broker().path("detail").asString().isEmpty());
        assertThat(broker().path("detail").asString()).contains("the broker has refused");
        assertThat(broker().path("state").asString()).isEqualTo("connected");
        assertThat(broker().path("pagesWaiting").asInt()).isPositive();
        assertThat(person.health().path("status").asString()).isEqualTo("degraded");

        person.breakDown("broker", "none");
        await().atMost(SOON)
                .until(() -> person.health().path("status").asString().equals("ok"));
        await().atMost(SOON).until(() -> desk.pages().stream().anyMatch(shown -> isOf(page, shown)));
        assertThat(broker().path("pagesWaiting").asInt()).isZero();
    }

    @Test
    void aBrokerThatHasForgottenEverythingIsToldAllOfItAgain() {
        String page = "p-" + askForHelp();
        await().atMost(SOON).until(() -> desk.pages().stream().anyMatch(shown -> isOf(page, shown)));
        person.breakDown("broker", "dead");
        assertThat(broker().path("state").asString()).isEqualTo("connecting");
        await().atMost(SOON).until(() -> !desk.branch().path("line").path("up").asBoolean());

        person.breakDown("broker", "none");
        await().atMost(SOON).until(() -> machine().equals("here"));
        await().atMost(SOON).until(() -> desk.pages().stream().anyMatch(shown -> isOf(page, shown)));
        assertThat(person.health().path("status").asString()).isEqualTo("ok");
    }

    @Test
    void aSlowLineIsStillALine() {
        person.breakDown("broker", "slow");
        long began = System.nanoTime();
        String page = "p-" + askForHelp();
        await().atMost(SOON).until(() -> desk.pages().stream().anyMatch(shown -> isOf(page, shown)));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(broker().path("state").asString()).isEqualTo("connected");
    }

    private String askForHelp() {
        String transfer = person.transfer("zh-CN");
        person.answer("help");
        return transfer;
    }

    private JsonNode broker() {
        return person.health().path("broker");
    }

    private String machine() {
        return desk.branch().path("machines").path(0).path("state").asString("");
    }

    private static boolean isOf(String page, JsonNode shown) {
        return shown.path("id").asString().equals(page);
    }

    private void openBench() {
        browser = SHARED.browser().sized(1800, 1300);
        browser.driver().get(simulation.bench().toString());
        await().atMost(SOON).until(() -> browser.text("#broker").contains("connected"));
    }

    private void onDuty(String who) {
        browser.run(
                "const duty = document.getElementById('duty'); duty.value = arguments[0];"
                        + "duty.dispatchEvent(new Event('change'))",
                who);
        await().atMost(SOON).until(() -> browser.text("#log").contains("\"as\":\"" + who));
    }
}
