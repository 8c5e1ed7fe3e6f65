package dev.kioskguard.paging.channel;

import java.util.Map;

/** A way for one machine's pages, at work until it is closed. It looks for the other side by itself. Thread-safe. */
public interface PageChannel extends AutoCloseable {

    /** Says that a page has changed: what stands now is told outside. Returns at once. */
    void changed();

    ChannelStatus status();

    /** Returns how far each page has come that is not over, by its id. */
    Map<String, Delivery> deliveries();

    /** Says goodbye, within a few seconds at most, and ends. */
    @Override
    void close();
}
