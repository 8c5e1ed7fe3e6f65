package dev.kioskguard.adapter.webhook;

import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.paging.channel.ChannelAccess.Stores;
import dev.kioskguard.paging.channel.ChannelProvider;
import dev.kioskguard.paging.channel.PageChannel;
import dev.kioskguard.paging.channel.SharedSecret;
import dev.kioskguard.paging.channel.Station;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Addresses of the bank's at {@code https://host/path}; in the clear only on this machine. */
public final class WebhookProvider implements ChannelProvider {

    @Override
    public Set<String> schemes() {
        return Set.of("https", "http");
    }

    @Override
    public PageChannel open(ChannelAccess access, Station station) {
        return open(access, station, Manners.USUAL);
    }

    static PageChannel open(ChannelAccess access, Station station, Manners manners) {
        if (access.secret() == null) {
            throw new IllegalArgumentException(
                    "paging.webhook has no secret, without which nobody there knows whose word it is");
        }
        var signature = new Signature(SharedSecret.read(access.secret(), "paging.webhook.secret"));
        Stores stores = access.stores();
        SSLContext tls = stores == null ? null : tls(stores);
        return WebhookChannel.open(
                station, manners, thread -> new Endpoint(access.uri(), signature, tls, manners, thread));
    }

    private static SSLContext tls(Stores stores) {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(Stores.open(stores.trust(), stores.opening()));
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the stores of paging.webhook cannot be used; are they there, PKCS #12 files, and the password their"
                            + " own?",
                    e);
        }
    }
}
