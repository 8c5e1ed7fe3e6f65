package dev.kioskguard.app.channel;

import dev.kioskguard.paging.Way;
import dev.kioskguard.paging.channel.PageChannel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** How far each page has come on each way that is to have it, and who is told when that changes. Thread-safe. */
public final class Deliveries {

    private final Map<Way, PageChannel> channels;
    private volatile Consumer<String> told = page -> {};
    private Map<String, Map<String, String>> last = Map.of();

    Deliveries(Map<Way, PageChannel> channels) {
        this.channels = channels;
    }

    /** Returns the words of a page's deliveries by the words of the ways; a way that does not have it is left out. */
    public Map<String, String> of(String page) {
        var all = new LinkedHashMap<String, String>();
        channels.forEach((way, channel) -> {
            var delivery = channel.deliveries().get(page);
            if (delivery != null) {
                all.put(way.word(), delivery.word());
            }
        });
        return all;
    }

    /** Registers who is told the id of a page whose deliveries have changed; it must return at once. */
    public void onChanged(Consumer<String> listener) {
        told = listener;
    }

    /** Tells of what has changed since the last look. */
    synchronized void look() {
        var now = new LinkedHashMap<String, Map<String, String>>();
        Set<String> pages = new HashSet<>();
        channels.values().forEach(channel -> pages.addAll(channel.deliveries().keySet()));
        pages.forEach(page -> now.put(page, of(page)));
        Map<String, Map<String, String>> before = last;
        last = now;
        now.forEach((page, each) -> {
            if (!each.equals(before.get(page))) {
                told.accept(page);
            }
        });
    }
}
