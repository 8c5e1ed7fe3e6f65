package dev.kioskguard.adapter.mqtt;

import dev.kioskguard.paging.channel.Neighbours;
import dev.kioskguard.paging.channel.Sheet;
import dev.kioskguard.paging.channel.Station;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A machine that has what it is given. */
final class PlainStation implements Station {

    final PlainNeighbours neighbours = new PlainNeighbours();
    final List<String> refusals = new CopyOnWriteArrayList<>();
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private final List<Told> events = new ArrayList<>();
    private long told;

    synchronized void put(String id, @Nullable String text) {
        sheets.put(id, new Sheet(id, text));
    }

    synchronized void forget(String id) {
        sheets.remove(id);
    }

    synchronized void happens(String text) {
        events.add(new Told(events.size() + 1L, text));
    }

    @Override
    public String machine() {
        return "ATM-1";
    }

    @Override
    public synchronized List<Sheet> standing() {
        return List.copyOf(sheets.values());
    }

    @Override
    public String status(String word) {
        return "{\"state\":\"" + word + "\"}";
    }

    @Override
    public synchronized List<Told> untold(int max) {
        return events.stream().filter(event -> event.number() > told).limit(max).toList();
    }

    @Override
    public synchronized void told(Told last) {
        told = last.number();
    }

    @Override
    public CompletionStage<Optional<String>> command(String token) {
        return CompletableFuture.completedFuture(Optional.of("done: " + token));
    }

    @Override
    public Optional<Neighbours> neighbours() {
        return Optional.of(neighbours);
    }

    @Override
    public void refused(String kind, String detail) {
        refusals.add(kind);
    }
}
