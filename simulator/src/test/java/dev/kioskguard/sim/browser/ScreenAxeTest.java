package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What axe-core says about the page: nothing, in any screen, state, mode, language or layout. */
class ScreenAxeTest extends OnTheScreen {

    /** Colours belong to a look and are compared once for each, which takes longer than everything else. */
    private static final String RUN = """
            const { kind, layout, mode, tier, outcome } = document.querySelector('article').dataset;
            const look = [kind, layout, mode, tier, outcome].join();
            const looks = window.looks ??= new Set();
            const rules = { 'color-contrast': { enabled: !looks.has(look) } };
            looks.add(look);
            const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false, rules });
            return violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 90)).join(' | '));
            """;

    private Axe axe;

    @BeforeAll
    void loadAxe() {
        axe = new Axe(page.browser);
    }

    @Test
    void axeFindsNothingInAnyLayoutOrMode() {
        List<Variant> variants = Variant.eachDress(Variant::isInTurn);
        assertThat(variants.stream().map(variant -> Screens.kindOf(variant.textId())))
                .as("control: every kind")
                .containsAll(Screens.ids().stream().map(Screens::kindOf).toList());
        assertThatAxeFindsNothingIn(variants);
    }

    @Tag("nightly")
    @Test
    void axeFindsNothingInAnyTextOrLanguageOfThese() {
        List<Variant> variants = Variant.eachDressAndText();
        assertThat(variants.stream().map(Variant::textId).distinct())
                .as("control: every text")
                .containsExactlyInAnyOrderElementsOf(Screens.ids());
        assertThatAxeFindsNothingIn(variants);
    }

    private void assertThatAxeFindsNothingIn(List<Variant> variants) {
        List<ObjectNode> states =
                variants.stream().map(variant -> variant.stateOn(Panel.SMALL)).toList();
        List<Object> found = page.measured(states, RUN, "");
        Map<String, Object> violations = new TreeMap<>();
        for (int i = 0; i < variants.size(); i++) {
            if (!((List<?>) found.get(i)).isEmpty()) {
                violations.put(variants.get(i).name(), found.get(i));
            }
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
        return axe.found(RUN);
    }
}
