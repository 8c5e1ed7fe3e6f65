package dev.kioskguard.adapter.app.bridge;

import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the services listen, on this machine alone. */
final class Ports {

    private static final int PORT_MAX = 65_535;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "the port of the services (default: the first free one of 5846 to 5856, where clients look);"
                    + " it stays the same for as long as the verb runs")
    private @Nullable Integer port;

    int first() {
        return port == null ? ServiceHost.PORT_FIRST : checked(port);
    }

    int last() {
        return port == null ? ServiceHost.PORT_LAST : checked(port);
    }

    private static int checked(int port) {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("--port must lie between 0 (any) and " + PORT_MAX);
        }
        return port;
    }
}
