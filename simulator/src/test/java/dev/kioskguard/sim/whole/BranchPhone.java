package dev.kioskguard.sim.whole;

import static org.awaitility.Awaitility.await;

import dev.kioskguard.sim.browser.Chromium;
import dev.kioskguard.sim.http.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone at the branch's desk, in the hand of one of its demo staff, and the customer at the machine. */
record BranchPhone(BranchPremises branch, Chromium browser, Path desk) {

    static final Duration SOON = Duration.ofSeconds(30);

    /** Opens the desk's page and signs in, until the machine is seen to be there. */
    void signIn(String role) throws IOException {
        browser.driver().get(branch.desk.uri().toString());
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('sign-in').hidden"));
        JsonNode staff = JsonMapper.builder().build().readTree(Files.readString(desk.resolve("demo-staff.json")));
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
        reads("#machines", "在线");
    }

    /** Has a customer ask for help, and returns the transfer. */
    String askForHelp() {
        Person person = branch.machine.person();
        person.insertCard();
        String transfer = person.transfer("zh-CN");
        person.screen()
                .call(Call.post(
                        "/screen/answers",
                        Map.of("screenId", screen().path("screenId").asString(), "choice", "help")));
        return transfer;
    }

    /** Returns what the customer sees. */
    JsonNode screen() {
        return branch.machine.person().screen().call(Call.get("/screen/state"));
    }

    void decide(String action, String code) {
        browser.run(
                "document.querySelector('[name=code]').value = arguments[0];"
                        + "document.querySelector('[name=reason]').value = '客户说得清楚'",
                code);
        press("[data-action=" + action + "]");
    }

    void press(String css) {
        click("article " + css);
    }

    void click(String css) {
        browser.run("document.querySelector(arguments[0]).click()", css);
    }

    /** Waits until something is to be read there. */
    void reads(String css, String words) {
        await().atMost(SOON).until(() -> browser.text(css).contains(words));
    }

    void photograph(String css, String name) {
        browser.run("document.querySelector(arguments[0]).scrollIntoView()", css);
        browser.photograph(name);
    }
}
