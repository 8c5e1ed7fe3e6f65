package dev.kioskguard.adapter.mqtt;

import dev.kioskguard.paging.channel.Branch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A desk of a branch that remembers what it hears; keys of pages are {@code machine/id}. */
final class Office implements Branch {

    final Map<String, String> pages = new ConcurrentHashMap<>();
    final Map<String, String> states = new ConcurrentHashMap<>();
    final List<String> events = new CopyOnWriteArrayList<>();
    final List<String> refusals = new CopyOnWriteArrayList<>();
    volatile int connections;
    volatile boolean up;

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // Called by one thread.
    public void connected() {
        connections++;
        up = true;
    }

    @Override
    public void lost() {
        up = false;
    }

    @Override
    public void page(String machine, String id, @Nullable String text) {
        String key = machine + "/" + id;
        if (text == null) {
            pages.remove(key);
        } else {
            pages.put(key, text);
        }
    }

    @Override
    public void status(String machine, String text) {
        states.put(machine, text);
    }

    @Override
    public void event(String machine, String text) {
        events.add(machine + " " + text);
    }

    @Override
    public void refused(String kind, String detail) {
        refusals.add(kind);
    }
}
