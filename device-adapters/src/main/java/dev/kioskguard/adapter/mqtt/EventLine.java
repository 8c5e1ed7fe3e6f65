package dev.kioskguard.adapter.mqtt;

import dev.kioskguard.paging.channel.Station;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What has happened at one machine, told in order: some at a time, the next only when the broker has all of them, so
 * that none is left out. For the line's thread.
 */
final class EventLine {

    private static final int AT_ONCE_MAX = 32;

    private final Topics topics;
    private final Station station;
    private final BrokerLine line;
    private boolean telling;

    EventLine(Topics topics, Station station, BrokerLine line) {
        this.topics = topics;
        this.station = station;
        this.line = line;
    }

    /** Begins anew on another connection: of what was under way nothing is known. */
    void begin() {
        telling = false;
    }

    boolean isTelling() {
        return telling;
    }

    /** Tells what has not been told; {@code told} is run once the broker has it. */
    void tell(Runnable told) {
        if (telling) {
            return;
        }
        List<Station.Told> untold = station.untold(AT_ONCE_MAX);
        if (untold.isEmpty()) {
            return;
        }
        telling = true;
        var all = untold.stream()
                .map(event -> line.say(Message.said(topics.events(), event.text())))
                .map(said -> said.toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        var unused = CompletableFuture.allOf(all).handle((taken, failed) -> {
            telling = false;
            if (failed == null) {
                station.told(untold.get(untold.size() - 1));
                told.run();
            }
            return null;
        });
    }
}
