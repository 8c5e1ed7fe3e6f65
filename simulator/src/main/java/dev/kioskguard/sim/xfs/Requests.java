package dev.kioskguard.sim.xfs;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What became of all requests.
 *
 * @param issued how many there were
 * @param commands how many of those were {@code WFSExecute} or {@code WFSAsyncExecute}
 * @param completed how many ended with a completion, each with one
 * @param dropped how many a restarting manager forgot
 * @param open how many are under way
 */
public record Requests(long issued, long commands, long completed, long dropped, long open) {

    private static final Pattern COUNT = Pattern.compile("(\\w+)=(\\d+)");

    /** Reads {@code issued=1 commands=0 completed=1 dropped=0 open=0}. */
    static Requests of(String words) {
        Map<String, Long> counts = COUNT.matcher(words)
                .results()
                .collect(Collectors.toMap(count -> count.group(1), count -> Long.valueOf(count.group(2))));
        return new Requests(
                counts.getOrDefault("issued", 0L),
                counts.getOrDefault("commands", 0L),
                counts.getOrDefault("completed", 0L),
                counts.getOrDefault("dropped", 0L),
                counts.getOrDefault("open", 0L));
    }
}
