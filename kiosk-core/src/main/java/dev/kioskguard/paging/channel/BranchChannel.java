package dev.kioskguard.paging.channel;

import java.util.concurrent.CompletionStage;

/** A way to all machines of a branch, at work until closed; it looks for the other side by itself. Thread-safe. */
public interface BranchChannel extends AutoCloseable {

    /**
     * Says to one machine what somebody wants done.
     *
     * @param machine letters, digits, hyphens and underscores
     * @return completes once it is on its way; fails where it is not, or nobody knows. Nothing is said twice
     */
    CompletionStage<Void> command(String machine, String token);

    /** Returns how the way stands; no pages wait on it. */
    ChannelStatus status();

    @Override
    void close();
}
