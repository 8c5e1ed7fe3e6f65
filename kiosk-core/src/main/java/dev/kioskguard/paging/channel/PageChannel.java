package dev.kioskguard.paging.channel;

/** A way for one machine's pages, at work until it is closed. It looks for the other side by itself. Thread-safe. */
public interface PageChannel extends AutoCloseable {

    /** Says that a page has changed: what stands now is told outside. Returns at once. */
    void changed();

    ChannelStatus status();

    /** Says goodbye, within a few seconds at most, and ends. */
    @Override
    void close();
}
