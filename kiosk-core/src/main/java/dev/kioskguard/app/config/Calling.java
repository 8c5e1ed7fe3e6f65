package dev.kioskguard.app.config;

import dev.kioskguard.app.config.KioskConfig.Broker;
import dev.kioskguard.paging.Way;
import dev.kioskguard.paging.Ways;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.paging.channel.ChannelAccess.Stores;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By which ways people are called, beside the machine's own desk.
 *
 * @param light whether the light for staff flashes
 * @param levels which of them call a level, by the level; one that is not in it is called by all
 */
public record Calling(
        @Nullable Broker broker, @Nullable Webhook webhook, boolean light, Map<Integer, Set<Way>> levels) {

    public Calling {
        levels = Map.copyOf(levels);
    }

    /** The own desk, and a broker where there is one. */
    public static Calling by(@Nullable Broker broker) {
        return new Calling(broker, null, false, Map.of());
    }

    /** Returns these ways with another broker. */
    public Calling over(@Nullable Broker other) {
        return new Calling(other, webhook, light, levels);
    }

    public Ways ways() {
        return new Ways(levels);
    }

    /** Returns every way that there is. */
    Set<Way> there() {
        EnumSet<Way> there = EnumSet.of(Way.DESK);
        if (broker != null) {
            there.add(Way.BROKER);
        }
        if (webhook != null) {
            there.add(Way.WEBHOOK);
        }
        if (light) {
            there.add(Way.LIGHT);
        }
        return there;
    }

    /**
     * An address of the bank's that takes pages.
     *
     * @param secret a file: what signs them
     * @param trustStore null where whoever the platform trusts is trusted
     */
    public record Webhook(
            URI uri,
            String secret,
            @Nullable String trustStore,
            @Nullable String storePassword) {

        private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

        /** Reads an address; null for what is none. Off this machine nothing goes in the clear. */
        static @Nullable URI address(String written) {
            try {
                URI uri = URI.create(written);
                String host = uri.getHost();
                boolean bare = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
                boolean safe = "https".equals(uri.getScheme())
                        || ("http".equals(uri.getScheme()) && host != null && LOOPBACK.contains(host));
                return host != null && bare && safe ? uri : null;
            } catch (IllegalArgumentException none) {
                return null;
            }
        }

        /** Returns the way there; the files lie in the folder of the configuration. */
        public ChannelAccess access(String branch, Path folder) {
            Stores stores = trustStore == null || storePassword == null
                    ? null
                    : new Stores(folder.resolve(trustStore), null, folder.resolve(storePassword));
            return new ChannelAccess(uri, branch, stores, folder.resolve(secret));
        }
    }
}
