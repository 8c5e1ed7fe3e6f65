package dev.kioskguard.adapter.mqtt;

import dev.kioskguard.paging.channel.Neighbours;
import dev.kioskguard.paging.channel.Sheet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Neighbours who are told what a test wants, and whose words are kept as they came. */
final class PlainNeighbours implements Neighbours {

    final List<String> heard = new CopyOnWriteArrayList<>();
    volatile Duration left = Duration.ofHours(1);
    private final Map<String, String> told = new ConcurrentSkipListMap<>();

    void put(String id, String text) {
        told.put(id, text);
    }

    void remove(String id) {
        told.remove(id);
    }

    @Override
    public List<Alert> standing() {
        return told.entrySet().stream()
                .map(one -> new Alert(new Sheet(one.getKey(), one.getValue()), left))
                .toList();
    }

    @Override
    public void heard(String machine, String text) {
        heard.add(machine + " " + text);
    }
}
