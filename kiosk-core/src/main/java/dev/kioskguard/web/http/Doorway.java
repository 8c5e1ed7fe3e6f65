package dev.kioskguard.web.http;

import dev.kioskguard.web.http.tls.ServerIdentity;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;

/** The socket of a listener: its address, its protocol, and how long a caller may take to say something. */
final class Doorway {

    static final int REQUEST_HEAD_BYTES_MAX = 8 * 1024;

    /** How long a caller who says nothing is waited for once the listener stops; one with a request longer. */
    private static final long SILENT_AT_STOP_MS = 100;

    private Doorway() {}

    static ServerConnector of(Server server, HttpConfiguration http, ListenerSettings settings) {
        http.setRequestHeaderSize(REQUEST_HEAD_BYTES_MAX);
        http.setSendServerVersion(false);
        http.setUriCompliance(UriCompliance.DEFAULT);
        ServerConnector connector = new ServerConnector(server, 1, 1, protocols(http, settings.reach()));
        connector.setHost(settings.reach().address());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.limits().idleTimeout().toMillis());
        connector.setShutdownIdleTimeout(SILENT_AT_STOP_MS);
        connector.addBean(new ArrivalWatch(settings.limits().arrivalTimeout(), connector.getScheduler()));
        return connector;
    }

    private static ConnectionFactory[] protocols(HttpConfiguration http, Reach reach) {
        ServerIdentity identity = reach.identity();
        var plain = new HttpConnectionFactory(http);
        if (identity == null) {
            return new ConnectionFactory[] {plain};
        }
        // Whom a request is meant for is the gate's question, which it asks of every listener alike.
        http.addCustomizer(new SecureRequestCustomizer(false));
        var tls = new SslContextFactory.Server();
        tls.setKeyStore(identity.keys());
        tls.setKeyStorePassword(identity.password());
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return new ConnectionFactory[] {new SslConnectionFactory(tls, plain.getProtocol()), plain};
    }

    /** A deadline for the first request head of a connection: who drips it in is disconnected. */
    private static final class ArrivalWatch implements Connection.Listener {

        private final Duration arrivalTimeout;
        private final Scheduler scheduler;

        ArrivalWatch(Duration arrivalTimeout, Scheduler scheduler) {
            this.arrivalTimeout = arrivalTimeout;
            this.scheduler = scheduler;
        }

        @Override
        public void onOpened(Connection connection) {
            var unused = scheduler.schedule(
                    () -> {
                        if (connection.getMessagesIn() == 0) {
                            connection.getEndPoint().close();
                        }
                    },
                    arrivalTimeout.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }
}
