package dev.kioskguard.adapter.xfs4iot.service;

import dev.kioskguard.adapter.xfs4iot.catalog.Catalog;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * XFS4IoT services on loopback: a publisher, and one address for each service below it.
 *
 * <p>Open from construction until {@link #close()}. Connections are plain WebSockets, which the standard permits where
 * the wire does not leave the machine.
 */
public final class ServiceHost implements AutoCloseable {

    /** The first port that a client tries (Part 1, "Service Publisher"). */
    public static final int PORT_FIRST = 5846;

    /** The last port that a client tries. */
    public static final int PORT_LAST = 5856;

    private static final String PATH = "/xfs4iot/v1.0";

    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final SocketServer server;

    /**
     * Opens a host at the first free port of a range.
     *
     * @param portFirst 0, with {@code portLast} 0, for any free port
     * @throws IllegalStateException when no port of the range is free
     */
    public ServiceHost(
            String vendorName, List<? extends DeviceService> services, Alarms alarms, int portFirst, int portLast) {
        Catalog catalog = Catalog.load();
        MessageCodec codec = new MessageCodec();
        for (DeviceService service : services) {
            endpoints.put(PATH + "/" + service.name(), new Endpoint(service, catalog, codec, alarms));
        }
        List<String> paths = List.copyOf(endpoints.keySet());
        Publisher publisher =
                new Publisher(vendorName, () -> paths.stream().map(this::at).toList());
        endpoints.put(PATH, new Endpoint(publisher, catalog, codec, alarms));
        server = SocketServer.open(portFirst, portLast, Map.copyOf(endpoints), alarms);
        endpoints.values().forEach(Endpoint::begin);
    }

    private URI at(String path) {
        return URI.create("ws://127.0.0.1:%d%s".formatted(server.getPort(), path));
    }

    /** Returns the address of the publisher. */
    public URI publisher() {
        return at(PATH);
    }

    /**
     * Returns the address of a service.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public URI service(String name) {
        String path = PATH + "/" + name;
        if (!endpoints.containsKey(path)) {
            throw new IllegalArgumentException("there is no service called " + name);
        }
        return at(path);
    }

    /** Cuts every connection and refuses new ones, or takes them again. */
    public void setReachable(boolean reachable) {
        server.setReachable(reachable);
    }

    /** Has what clients send arrive so much later, in its order; zero for at once. */
    public void setLatency(Duration latency) {
        server.setLatency(latency);
    }

    /** Tells every client that the host goes away, and frees the port. Closing twice is closing once. */
    @Override
    public void close() {
        server.shutDown();
    }
}
