package dev.kioskguard.paging.channel;

import java.util.Set;

/** Opens ways to all machines of a branch, of one technology. Found by {@link java.util.ServiceLoader}. */
public interface BranchProvider {

    /** Returns the schemes of the addresses that it opens, such as {@code mqtts}. */
    Set<String> schemes();

    /**
     * Opens the way of a desk for a whole branch, without waiting for the other side.
     *
     * @param desk a name that no other desk of the branch has: letters, digits, hyphens and underscores
     * @throws IllegalArgumentException saying what to do, when a store cannot be read or an address means nothing
     */
    BranchChannel open(ChannelAccess access, String desk, Branch branch);
}
