package dev.kioskguard.app.channel;

import dev.kioskguard.paging.channel.BranchProvider;
import dev.kioskguard.paging.channel.ChannelProvider;
import java.util.ServiceLoader;

/** The technologies of ways outside that are installed. */
public final class Channels {

    private Channels() {}

    /**
     * Returns the one that opens addresses of this scheme.
     *
     * @throws IllegalArgumentException when none is installed
     */
    public static ChannelProvider of(String scheme) {
        return ServiceLoader.load(ChannelProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.schemes().contains(scheme))
                .findFirst()
                .orElseThrow(() -> nobody(scheme));
    }

    /**
     * Returns the one that opens addresses of this scheme for a whole branch.
     *
     * @throws IllegalArgumentException when none is installed
     */
    public static BranchProvider ofBranch(String scheme) {
        return ServiceLoader.load(BranchProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.schemes().contains(scheme))
                .findFirst()
                .orElseThrow(() -> nobody(scheme));
    }

    private static IllegalArgumentException nobody(String scheme) {
        return new IllegalArgumentException(
                "nothing here speaks %s: (paging); write mqtts://host:8883 for a broker".formatted(scheme));
    }
}
