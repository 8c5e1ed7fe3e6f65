package dev.kioskguard.adapter.mqtt;

import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.Rota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pages that nobody takes at a guard that is dead now and then, and how late each further level of them was called. */
final class Overdue {

    static final Duration LATE_MAX = Duration.ofSeconds(1);

    private final Rota rota;
    private final Map<String, Instant> raised = new LinkedHashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    Overdue(Rota rota) {
        this.rota = rota;
    }

    void raised(String page, Instant at) {
        raised.put(page, at);
    }

    /** The guard was dead; {@code ready} is when it was at work again. */
    void dead(Instant killed, Instant ready) {
        gaps.add(new Gap(killed, ready));
    }

    Set<String> pages() {
        return raised.keySet();
    }

    /** Returns every further call that the guard's lines tell of: none for a level that was never called. */
    List<Call> calls(List<Level> lines) {
        var all = new ArrayList<Call>();
        raised.forEach((page, at) -> {
            Instant due = at;
            for (int level = Page.LEVEL_FIRST + 1; level <= Page.LEVEL_LAST; level++) {
                due = due.plus(level == Page.LEVEL_LAST ? rota.headOfBranch() : rota.lobbyManager());
                int called = level;
                Instant timer = due;
                lines.stream()
                        .filter(line -> line.page().equals(page) && line.level() >= called)
                        .min(Comparator.comparing(Level::at))
                        .ifPresent(line -> all.add(call(line, called, timer)));
            }
        });
        return all;
    }

    /** What ran out while there was no guard is late from when there was one. */
    private Call call(Level line, int level, Instant timer) {
        Optional<Gap> gap = gaps.stream().filter(one -> one.holds(timer)).findFirst();
        Instant from = gap.map(Gap::ready).orElse(timer);
        boolean early = line.at().isBefore(timer);
        return new Call(line.page(), level, gap.isPresent(), early, Duration.between(from, line.at()));
    }

    /**
     * A line about a page.
     *
     * @param level that is called
     */
    record Level(Instant at, int level, String page) {

        static Level of(String line) {
            String[] words = line.split(" ", -1);
            return new Level(Instant.parse(words[0]), Integer.parseInt(words[1]), words[2]);
        }
    }

    /**
     * A further call.
     *
     * @param dead whether its timer ran out while there was no guard
     * @param early whether it came before its timer
     * @param late after its timer, or after there was a guard again
     */
    record Call(String page, int level, boolean dead, boolean early, Duration late) {

        boolean isPunctual() {
            return !early && late.compareTo(LATE_MAX) <= 0;
        }
    }

    private record Gap(Instant killed, Instant ready) {

        boolean holds(Instant at) {
            return !at.isBefore(killed) && !at.isAfter(ready);
        }
    }
}
