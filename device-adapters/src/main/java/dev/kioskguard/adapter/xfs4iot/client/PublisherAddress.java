package dev.kioskguard.adapter.xfs4iot.client;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an address of XFS4IoT means (CWA 17852 Part 1, "Service discovery"). */
final class PublisherAddress {

    private static final String PATH = "/xfs4iot/v1.0";
    private static final int PLAIN_PORT = 80;
    private static final int TLS_PORT = 443;
    private static final int PORT_FIRST = 5846;
    private static final int PORT_LAST = 5856;

    private PublisherAddress() {}

    /** Returns whether an address names a publisher, or a whole terminal, rather than one service. */
    static boolean isPublisher(URI uri) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        return path.matches("/*") || path.matches(".*/v[0-9]+(\\.[0-9]+)?/?");
    }

    /** Returns the addresses to ask: itself where a port is named, else every one that the standard sets aside. */
    static List<URI> candidates(URI publisher) {
        String path = publisher.getPath() == null || publisher.getPath().matches("/*") ? PATH : publisher.getPath();
        String scheme = publisher.getScheme();
        Stream<Integer> ports = publisher.getPort() >= 0
                ? Stream.of(publisher.getPort())
                : Stream.concat(
                        Stream.of(scheme.equals("wss") ? TLS_PORT : PLAIN_PORT),
                        IntStream.rangeClosed(PORT_FIRST, PORT_LAST).boxed());
        return ports.map(port -> URI.create("%s://%s:%d%s".formatted(scheme, publisher.getHost(), port, path)))
                .toList();
    }

    /**
     * Returns where a published service is from here: one that calls itself local is local to its publisher.
     *
     * @throws IllegalArgumentException when it is no address to connect to, or one without the publisher's TLS
     */
    static URI service(URI publisher, String published) {
        URI uri = URI.create(published);
        boolean safe =
                "wss".equals(uri.getScheme()) || ("ws".equals(uri.getScheme()) && !"wss".equals(publisher.getScheme()));
        if (!safe || uri.getHost() == null) {
            throw new IllegalArgumentException("not an address of a service behind %s".formatted(publisher));
        }
        if (!isLocal(uri.getHost()) || isLocal(publisher.getHost())) {
            return uri;
        }
        return URI.create(
                "%s://%s:%d%s".formatted(uri.getScheme(), publisher.getHost(), uri.getPort(), uri.getRawPath()));
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
