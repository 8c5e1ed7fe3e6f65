package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.sim.browser.Axe;
import dev.kioskguard.sim.browser.Chromium;
import dev.kioskguard.sim.http.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone with the desk's page, in the hand of somebody of the demo staff, and a customer who can ask for help. */
final class DeskPhone {

    static final Duration SOON = Duration.ofSeconds(30);

    private final Chromium browser;
    private final Premises premises;
    private final Path data;

    DeskPhone(Chromium browser, Premises premises, Path data) {
        this.browser = browser;
        this.premises = premises;
        this.data = data;
    }

    /** Signs in somebody of this role, and waits until the page knows them. */
    void signIn(String role) throws IOException {
        signIn(role, pin(role));
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('who').hidden"));
    }

    void signOut() {
        click("#sign-out");
        await().atMost(SOON).until(() -> browser.is("!document.getElementById('sign-in').hidden"));
    }

    void signIn(String role, String pin) throws IOException {
        enter(person(role).path("staff").asString(), pin);
    }

    void enter(String staff, String pin) {
        browser.run(
                "const form = document.getElementById('sign-in').elements;"
                        + "form.staff.value = arguments[0]; form.pin.value = arguments[1];"
                        + "document.querySelector('#sign-in button').click()",
                staff,
                pin);
    }

    void press(String css) {
        click("article " + css);
    }

    void click(String css) {
        browser.run("document.querySelector(arguments[0]).click()", css);
    }

    void askForHelp() {
        Person person = premises.person();
        person.insertCard();
        person.transfer("zh-CN");
        JsonNode screen = person.screen().call(Call.get("/screen/state"));
        person.screen()
                .call(Call.post(
                        "/screen/answers",
                        Map.of("screenId", screen.path("screenId").asString(), "choice", "help")));
    }

    /** Takes a picture of what everybody can use: in sunlight, with a thumb, with a screen reader. */
    void show(String picture) {
        Axe axe = new Axe(browser);
        browser.photograph(picture);
        assertThat(axe.barriers()).as(picture).isEmpty();
        assertThat(browser.is("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing is wider than the phone: " + picture)
                .isTrue();
    }

    String pin(String role) throws IOException {
        return person(role).path("pin").asString();
    }

    private JsonNode person(String role) throws IOException {
        JsonNode staff = JsonMapper.builder().build().readTree(Files.readString(data.resolve("demo-staff.json")));
        for (JsonNode person : staff) {
            if (person.path("role").asString().equals(role)) {
                return person;
            }
        }
        throw new AssertionError("nobody is " + role);
    }
}
