package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.content.speech.SpokenAmount;
import dev.kioskguard.sim.browser.Chromium;
import dev.kioskguard.sim.browser.SharedChromium;
import dev.kioskguard.sim.http.Call;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A whole transfer by somebody who sees nothing: what a real browser plays to its end, and the keypad. */
class ByEarTest {

    @RegisterExtension
    static final SharedChromium BROWSER = new SharedChromium();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SCREENS_MAX = 30;
    /** Slow enough that eighteen spoken answers are heard before the screen gives up. */
    private static final int PACE = 4;
    /** A figure comes twice: what leaves the second one out says another amount. */
    private static final long MINOR = 2_200_000;

    private static final String KEY = "say.key.";
    private static final String CHOICE = "say.choice.";

    /** What is true, by how the clip of the question begins; the first that fits counts. */
    private static final List<Map.Entry<String, List<String>>> TRUTH = List.of(
            Map.entry("ask-purpose", List.of("family-support")),
            Map.entry("ask.know-payee", List.of("friend")),
            Map.entry("ask.how-met", List.of("in-person")),
            Map.entry("ask.first-time", List.of("yes")),
            Map.entry("ask.contact-now", List.of("nobody")),
            Map.entry("ask.coached", List.of("no")),
            Map.entry("ask.purpose-again", List.of("family-support")),
            Map.entry("ask.", List.of("yes")),
            Map.entry("warning.", List.of("understood", "not-happening")),
            Map.entry("reminder.true", List.of("understood.checked")),
            Map.entry("reminder.", List.of("understood")),
            Map.entry("confirm.", List.of("confirm")));

    /** Notes which clips were played to their end, and on which screen. */
    private static final String LISTEN = """
        window.heard = [];
        const play = HTMLMediaElement.prototype.play;
        HTMLMediaElement.prototype.play = function () {
          const screen = document.querySelector('article').dataset.screen;
          const clip = decodeURIComponent(new URL(this.src).pathname.split('/').pop());
          this.addEventListener('ended', () => heard.push([screen, clip]), { once: true });
          return play.apply(this, arguments);
        };
        """;

    @TempDir
    Path folder;

    private final List<String> everything = new ArrayList<>();
    private Simulation simulation;
    private Person person;
    private Chromium browser;

    @BeforeEach
    void comes() throws Exception {
        Premises premises = Premises.in(folder);
        var options = premises.options();
        simulation = Simulation.start(new Simulation.Options(
                options.config(), options.data(), false, options.portBase(), PACE, options.seed(), false));
        person = premises.person();
        browser = BROWSER.browser().sized(1024, 768);
        String ticketed = person.screen()
                .call(Call.post("/screen/tickets", ""))
                .path("path")
                .asString();
        browser.driver().get("http://127.0.0.1:" + premises.portBase() + ticketed);
        await().atMost(PATIENCE).until(() -> browser.is("document.querySelector('article') !== null"));
        browser.run(LISTEN);
    }

    @AfterEach
    void goes() {
        browser.driver().get("about:blank");
        simulation.close();
    }

    /** Nightly, as speech takes its time: a minute and a half on a loaded machine. */
    @Test
    @Tag("nightly")
    void everyDecisionIsHeardBeforeItIsTakenAndNothingSecretIsSaidAloud() {
        person.insertCard();
        String id = person.transfer(Map.of(
                "amount", Map.of("currency", "CNY", "minor", MINOR),
                "payee",
                        Map.of("name", Person.PAYEE, "account", Person.ACCOUNT, "relation", "other", "firstTime", true),
                "payer", Map.of("masked", "6222 **** 0001", "balanceShare", 0.1),
                "assist", "audio",
                "language", "zh-CN"));

        assertThat(SpokenAmount.clips(MINOR))
                .as("control: a clip comes again")
                .filteredOn("say.number.2"::equals)
                .hasSize(2);
        int decisions = 0;
        for (String last = ""; !state(id).equals("cleared") && decisions < SCREENS_MAX; decisions++) {
            String screen = nextScreen(last, id);
            if (!screen.isEmpty()) {
                answer(screen);
            }
            last = screen;
        }

        assertThat(state(id)).isEqualTo("cleared");
        assertThat(decisions)
                .as("control: questions, warning, reminders, confirmations")
                .isGreaterThan(7);
        assertThat(everything)
                .as("a surname and the amount, and never more of name, account or balance")
                .allMatch(clip -> clip.matches("(ask|ask-purpose|warning|reminder|confirm|confirm-again)\\b.*"
                                + "|say\\.(key|choice|time)\\..*|say\\.typed|say\\.surname\\.zhang1|result\\..*")
                        || SpokenAmount.clips(MINOR).contains(clip));
    }

    /** Waits for a screen that takes an answer, and returns its id; empty once the transfer has ended. */
    private String nextScreen(String last, String id) {
        await().atMost(PATIENCE)
                .until(() -> state(id).equals("cleared")
                        || (!shown().equals(last)
                                && browser.is("document.querySelector('article').dataset.mode === 'audio'")));
        return state(id).equals("cleared") ? "" : shown();
    }

    private void answer(String screen) {
        await().atMost(PATIENCE).until(() -> heardAll(screen));
        List<String> heard = heard(screen);
        everything.addAll(heard);
        String question = heard.get(0);
        if (question.startsWith("warning") || question.startsWith("confirm")) {
            assertThat(heard).as(question).contains("say.surname.zhang1").containsSequence(SpokenAmount.clips(MINOR));
        }
        await().atMost(PATIENCE)
                .until(() -> person.screen()
                                .call(Call.get("/screen/state"))
                                .path("readyInMs")
                                .asLong()
                        <= 0);
        List<String> keys = question.startsWith("confirm-again")
                ? Stream.concat(String.valueOf(MINOR / 100).chars().mapToObj(Character::toString), Stream.of("enter"))
                        .toList()
                : List.of(keyOf(question, heard));
        keys.forEach(person::press);
        await().atMost(PATIENCE).until(() -> !shown().equals(screen));
    }

    /** Returns the key that was named just before what is true. */
    private static String keyOf(String question, List<String> heard) {
        List<String> wanted = TRUTH.stream()
                .filter(truth -> question.startsWith(truth.getKey()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody told what to do about " + question))
                .getValue();
        int spoken = wanted.stream()
                .mapToInt(choice -> heard.indexOf(CHOICE + choice))
                .filter(index -> index > 0)
                .findFirst()
                .orElseThrow(() -> new AssertionError(wanted + " was not spoken on " + question + ": " + heard));
        assertThat(heard.get(spoken - 1)).startsWith(KEY);
        return heard.get(spoken - 1).substring(KEY.length());
    }

    private boolean heardAll(String screen) {
        List<String> list = new ArrayList<>();
        person.screen()
                .call(Call.get("/screen/state"))
                .path("voice")
                .path("list")
                .forEach(clip -> list.add(clip.asString()));
        return !list.isEmpty() && shown().equals(screen) && isHeardInOrder(list, heard(screen));
    }

    /** That the time is nearly over may be said in between. */
    private static boolean isHeardInOrder(List<String> wanted, List<String> heard) {
        Iterator<String> next = heard.iterator();
        return wanted.stream().allMatch(clip -> {
            while (next.hasNext()) {
                if (next.next().equals(clip)) {
                    return true;
                }
            }
            return false;
        });
    }

    private List<String> heard(String screen) {
        return ((List<?>) browser.run(
                        "return heard.filter(([on]) => on === arguments[0]).map(([, clip]) => clip)", screen))
                .stream().map(String::valueOf).toList();
    }

    private String shown() {
        return String.valueOf(browser.run("return document.querySelector('article').dataset.screen"));
    }

    private String state(String id) {
        return person.api().call(Call.get("/api/transfers/" + id)).path("state").asString();
    }
}
