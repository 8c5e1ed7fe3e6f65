package dev.kioskguard.paging.channel;

import java.util.Set;

/** Opens ways of one technology. Found by {@link java.util.ServiceLoader}. */
public interface ChannelProvider {

    /** Returns the schemes of the addresses that it opens, such as {@code mqtts}. */
    Set<String> schemes();

    /**
     * Opens the way of a machine, without waiting for the other side.
     *
     * @throws IllegalArgumentException saying what to do, when a file cannot be read or an address means nothing
     */
    PageChannel open(ChannelAccess access, Station station);
}
