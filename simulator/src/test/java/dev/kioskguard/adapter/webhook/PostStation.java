package dev.kioskguard.adapter.webhook;

import dev.kioskguard.paging.channel.Sheet;
import dev.kioskguard.paging.channel.Station;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A machine whose pages are what a test puts there. */
final class PostStation implements Station {

    private final Map<String, Sheet> sheets = new LinkedHashMap<>();

    synchronized void put(String id, @Nullable String text) {
        sheets.put(id, new Sheet(id, text));
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
        return "{}";
    }

    @Override
    public List<Told> untold(int max) {
        return List.of();
    }

    @Override
    public void told(Told last) {
        // Nothing has happened here.
    }

    @Override
    public CompletionStage<Optional<String>> command(String token) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public void refused(String kind, String detail) {
        // Nobody is heard over this way.
    }
}
