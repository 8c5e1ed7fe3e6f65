package dev.kioskguard.sim.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What is wrong with a screen that stands in the browser, in millimetres of its panel.
 *
 * @param sizes of the smallest text of each sort, in pixels, by the selector of the sort
 */
record ScreenLint(List<String> faults, long texts, Map<String, Double> sizes) {

    private static final String MEASURE = "const done = arguments[arguments.length - 1];"
            + "(async function() {" + script("faults.js") + "}).apply(null, arguments)"
            + ".then(done, e => done({faults: ['not measured: ' + e], seen: {}}));";

    /** Measures the screen, and if it takes turns each of its views. */
    static ScreenLint of(Chromium browser, Panel panel) {
        Map<?, ?> found = (Map<?, ?>) Objects.requireNonNull(browser.driver()
                .executeAsyncScript(
                        MEASURE,
                        Map.of("pxPerMm", (double) panel.width() / panel.widthMm(), "distanceMm", panel.distanceMm())));
        Map<?, ?> seen = (Map<?, ?>) Objects.requireNonNull(found.get("seen"));
        return new ScreenLint(strings(found.get("faults")), (long) number(seen, "texts"), sizes((Map<?, ?>)
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

    /** Reads a script of these tests. */
    static String script(String name) {
        try (InputStream file = Objects.requireNonNull(ScreenLint.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
