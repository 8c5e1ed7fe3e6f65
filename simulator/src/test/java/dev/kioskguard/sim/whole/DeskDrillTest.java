package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.sim.browser.Chromium;
import dev.kioskguard.sim.browser.SharedChromium;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The five-minute drill on a phone. */
class DeskDrillTest {

    @RegisterExtension
    static final SharedChromium SHARED = new SharedChromium();

    @TempDir
    Path folder;

    private Simulation simulation;
    private Chromium browser;
    private DeskPhone phone;

    @BeforeEach
    void opens() throws IOException {
        Premises premises = Premises.in(folder);
        simulation = Simulation.start(premises.options(1));
        browser = SHARED.browser().sized(390, 844);
        phone = new DeskPhone(browser, premises, folder.resolve("data"));
        browser.driver().get(simulation.guard().deskUri().toString());
        await().atMost(DeskPhone.SOON).until(() -> browser.is("!document.getElementById('sign-in').hidden"));
    }

    @AfterEach
    void closes() {
        browser.driver().get("about:blank");
        simulation.close();
    }

    @Test
    void itIsMarkedOnEveryStepScoredForTheHeadAndOverTheMomentSomebodyRealAsks()
            throws IOException, InterruptedException {
        phone.signIn("head-of-branch");
        begins();
        assertThat(browser.text("#drill .mark")).contains("演练中，没有真实客户");
        browser.photograph("desk-drill-begun");
        phone.signOut();

        phone.signIn("lobby-manager");
        await().atMost(DeskPhone.SOON).until(() -> browser.driver().getTitle().contains("【演练】ATM-0001"));
        assertThat(browser.is("document.getElementById('drills').hidden")).isTrue();
        step("我已到机器旁");
        step("您先说什么");
        phone.show("desk-drill-question");
        step("您怎么处理");
        phone.show("desk-drill-verdict");
        step("演练完成");
        assertThat(browser.text("#open")).as("it was never a page").isEmpty();
        phone.signOut();

        phone.signIn("head-of-branch");
        phone.click("#drills summary");
        await().atMost(DeskPhone.SOON).until(() -> browser.text("#drill-scores").contains("应答"));
        assertThat(browser.text("#drill-scores")).contains("/4 分", "演练完成");
        browser.run("document.getElementById('drills').scrollIntoView()");
        phone.show("desk-drill-scores");

        phone.click("#drill-begin");
        await().atMost(DeskPhone.SOON).until(() -> browser.text("#drill .state").contains("已呼叫"));
        phone.askForHelp();
        await().atMost(DeskPhone.SOON).until(() -> browser.text("#drill .state").contains("有真实呼叫"));
        await().atMost(DeskPhone.SOON).until(() -> browser.text("#open article").contains("ATM-0001"));
        browser.run("scrollTo(0, 0)");
        browser.photograph("desk-drill-real");
        phone.click("#drill-begin");
        await().atMost(DeskPhone.SOON).until(() -> browser.text("#drill-said").contains("有真实呼叫未结束"));
        theFleetCountsTheRealPageAlone();
    }

    private void theFleetCountsTheRealPageAlone() throws IOException, InterruptedException {
        assertThat(metrics("none").statusCode()).isEqualTo(401);
        String token = Files.readString(folder.resolve("data/metrics.token")).strip();
        assertThat(metrics(token).body())
                .contains("kioskguard_raised_today_pages 1.0", "kioskguard_cancelled_today_transfers 0.0")
                .containsPattern("kioskguard_step_seconds_count [1-9]")
                .doesNotContain("drill");
    }

    private HttpResponse<String> metrics(String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(simulation.guard().uri().resolve("/metrics"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void begins() {
        phone.click("#drills summary");
        phone.click("#drill-begin");
        await().atMost(DeskPhone.SOON).until(() -> browser.text("#drill h2").contains("【演练】ATM-0001"));
    }

    /** Presses the first button, and waits for what comes then. */
    private void step(String then) {
        phone.click("#drill .steps button");
        await().atMost(DeskPhone.SOON).until(() -> browser.text("#drill").contains(then));
        assertThat(browser.text("#drill h2")).contains("【演练】");
    }
}
