package dev.kioskguard.sim.browser;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is wrong with a screen that stands in the browser, in millimetres of its panel.
 *
 * @param views how many times its words change, the first view counted
 * @param sizes of the smallest text of each sort, in pixels, by the selector of the sort
 */
record ScreenLint(List<String> faults, long texts, long views, Map<String, Double> sizes) {

    private static final String FAULTS = ScreenPage.script("faults.js");
    private static final String MEASURE = "const done = arguments[arguments.length - 1];"
            + "(async function() {" + FAULTS + "}).apply(null, arguments)"
            + ".then(done, e => done({faults: ['not measured: ' + e], seen: {}}));";

    /** Measures the screen that stands, and if it takes turns each of its views. */
    static ScreenLint of(Chromium browser, Panel panel) {
        return of(browser.driver().executeAsyncScript(MEASURE, scale(panel)));
    }

    /** Shows and measures one state after the other; returns what was found, in their order. */
    static List<ScreenLint> ofEach(ScreenPage page, List<ObjectNode> states, Panel panel) {
        return page.measured(states, FAULTS, scale(panel)).stream()
                .map(ScreenLint::of)
                .toList();
    }

    private static Map<String, Double> scale(Panel panel) {
        return Map.of("pxPerMm", (double) panel.width() / panel.widthMm(), "distanceMm", (double) panel.distanceMm());
    }

    private static ScreenLint of(@Nullable Object answer) {
        Map<?, ?> found = (Map<?, ?>) Objects.requireNonNull(answer);
        Map<?, ?> seen = (Map<?, ?>) Objects.requireNonNull(found.get("seen"));
        return new ScreenLint(
                strings(found.get("faults")), (long) number(seen, "texts"), (long) number(seen, "views"), sizes((Map<
                                ?, ?>)
                        Objects.requireNonNull(seen.get("sizes"))));
    }

    private static Map<String, Double> sizes(Map<?, ?> found) {
        return found.keySet().stream()
                .map(String::valueOf)
                .collect(Collectors.toMap(css -> css, css -> number(found, css)));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static double number(Map<?, ?> seen, String what) {
        return seen.get(what) instanceof Number number ? number.doubleValue() : 0;
    }
}
