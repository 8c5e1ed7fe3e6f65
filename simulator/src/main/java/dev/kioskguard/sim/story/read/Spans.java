package dev.kioskguard.sim.story.read;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as stories write them: ISO 8601, or a number and a letter. */
final class Spans {

    /** The longest time that a story may let go by in one step. */
    static final Duration MAX = Duration.ofDays(366);

    private static final Pattern SHORT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?)(ms|s|m|h)");

    private static final Map<String, Long> UNITS = Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L);

    private Spans() {}

    static Optional<Duration> read(String text) {
        try {
            Matcher brief = SHORT.matcher(text);
            Duration span = brief.matches() ? brief(brief) : Duration.parse(text);
            return span.isNegative() || span.compareTo(MAX) > 0 ? Optional.empty() : Optional.of(span);
        } catch (DateTimeException | ArithmeticException none) {
            return Optional.empty();
        }
    }

    private static Duration brief(Matcher brief) {
        long unitMillis = UNITS.getOrDefault(brief.group(2), 1L);
        return Duration.ofMillis(Math.round(Double.parseDouble(brief.group(1)) * unitMillis));
    }
}
