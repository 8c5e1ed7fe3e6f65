package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What axe-core says about the page: nothing, in any screen, state, mode, language or layout. */
class ScreenAxeTest extends OnTheScreen {

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
              (r) => done(r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 90)).join(' | '))),
              (e) => done(['axe failed: ' + e]));
            """;

    @BeforeAll
    void loadAxe() throws IOException {
        try (InputStream axe = Objects.requireNonNull(getClass().getResourceAsStream("/axe.min.js"))) {
            page.browser.run(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; window.axe = axe;");
        }
    }

    @Test
    void axeFindsNothingInAnyScreen() {
        Map<String, Object> violations = new TreeMap<>();
        for (Variant variant : Variant.all()) {
            page.show(variant.stateOn(Panel.SMALL));
            keep(violations, variant.name());
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void axeFindsNothingWhileAnAnswerWaitsIsRefusedOrTheGuardIsGone() {
        Map<String, Object> violations = new TreeMap<>();
        page.show(
                new Variant("warning.goods", "split", "ordinary", "zh").state().put("readyInMs", 60_000));
        keep(violations, "waiting");
        page.browser.run("document.querySelector('[data-choice=not-happening]').click()");
        keep(violations, "too early");
        page.browser.run("document.getElementById('lost').showModal()");
        keep(violations, "lost");
        page.browser.run("document.getElementById('lost').close()");
        assertThat(violations).isEmpty();
    }

    @Test
    void axeFindsAFaultThatIsThere() {
        page.show("ask.know-payee");
        page.browser.run("document.querySelector('.answers').append(document.createElement('button'))");

        assertThat(violations()).anySatisfy(found -> assertThat(found).contains("button-name"));
    }

    private void keep(Map<String, Object> all, String where) {
        List<String> found = violations();
        if (!found.isEmpty()) {
            all.put(where, found);
        }
    }

    private List<String> violations() {
        return ((List<?>) Objects.requireNonNull(page.browser.driver().executeAsyncScript(RUN)))
                .stream().map(String::valueOf).toList();
    }
}
