package dev.kioskguard.sim.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Whether everybody can use the page that a browser shows: what axe-core says, and what fingers and sunlight ask. */
public final class Axe {

    /** Smaller is missed by a thumb (WCAG 2.2, 2.5.5). */
    private static final int TARGET_MIN_PX = 44;

    /** Enhanced contrast is 7 to 1, 4.5 for large type (WCAG 2.2, 1.4.6): what can still be read in sunlight. */
    private static final String FOR_A_PHONE = """
            const rules = { 'color-contrast-enhanced': { enabled: true } };
            const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false, rules });
            const small = [...document.querySelectorAll('a, button, input, select, textarea, summary')]
              .filter((each) => each.checkVisibility())
              .map((each) => ({ each, area: (each.closest('.helped label') ?? each).getBoundingClientRect() }))
              .filter(({ area }) => area.width < MIN || area.height < MIN)
              .map(({ each, area }) => 'small ' + area.width + ' by ' + area.height
                + ': ' + each.outerHTML.slice(0, 90));
            return [...violations.map((v) => v.id + ': '
              + v.nodes.map((n) => n.html.slice(0, 90) + ' ' + (n.any[0]?.message ?? '')).join(' | ')), ...small];
            """.replace("MIN", String.valueOf(TARGET_MIN_PX));

    private final Chromium browser;

    /** Brings axe-core to the page that is open; another page needs it brought anew. */
    public Axe(Chromium browser) {
        this.browser = browser;
        try (InputStream axe = Objects.requireNonNull(getClass().getResourceAsStream("/axe.min.js"))) {
            browser.run(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; window.axe = axe;");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what keeps somebody in the sun, or with a screen reader, from using the page as it stands. */
    public List<String> barriers() {
        return found(FOR_A_PHONE);
    }

    /** Returns what a script finds that may wait; it returns an array. */
    List<String> found(String script) {
        return ((List<?>) Objects.requireNonNull(browser.driver()
                        .executeAsyncScript("const done = arguments[arguments.length - 1];(async function() {" + script
                                + "})().then(done, (e) => done(['axe failed: ' + e]));")))
                .stream().map(String::valueOf).toList();
    }
}
