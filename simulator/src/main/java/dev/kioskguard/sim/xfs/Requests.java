package dev.kioskguard.sim.xfs;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What became of all requests.
 *
 * @param issued how many there were
 * @param completed how many ended with a completion, each with one
 * @param dropped how many a restarting manager forgot
 * @param open how many are under way
 */
public record Requests(long issued, long completed, long dropped, long open) {

    private static final Pattern COUNT = Pattern.compile("(\\w+)=(\\d+)");

    /** Reads {@code issued=1 completed=1 dropped=0 open=0}. */
    static Requests of(String words) {
        Map<String, Long> counts = COUNT.matcher(words)
                .results()
                .collect(Collectors.toMap(count -> count.group(1), count -> Long.valueOf(count.group(2))));
        return new Requests(
                counts.getOrDefault("issued", 0L),
                counts.getOrDefault("completed", 0L),
                counts.getOrDefault("dropped", 0L),
                counts.getOrDefault("open", 0L));
    }
}
