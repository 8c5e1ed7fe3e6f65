package dev.kioskguard.paging.channel;

import java.util.Set;

/** Opens ways of one technology. Found by {@link java.util.ServiceLoader}. */
public interface ChannelProvider {

    /** Returns the schemes of the addresses that it opens, such as {@code mqtts}. */
    Set<String> schemes();

    /**
     * Opens the way of a machine, without waiting for the other side.
     *
     * @throws IllegalArgumentException saying what to do, when a store cannot be read or an address means nothing
     */
    PageChannel open(ChannelAccess access, Station station);

    /**
     * Opens the way of a desk for a whole branch, without waiting for the other side.
     *
     * @param desk a name that no other desk of the branch has: letters, digits, hyphens and underscores
     * @throws IllegalArgumentException as for a machine's
     */
    BranchChannel open(ChannelAccess access, String desk, Branch branch);
}
