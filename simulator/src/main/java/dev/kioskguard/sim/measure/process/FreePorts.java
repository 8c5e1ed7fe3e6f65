package dev.kioskguard.sim.measure.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of loopback that nobody has. */
public final class FreePorts {

    private static final int PORTS = 4;
    private static final int TRIES_MAX = 50;

    private FreePorts() {}

    /** Returns the first of as many free ports in a row as a verb wants. */
    public static int inARow() throws IOException {
        for (int tried = 0; tried < TRIES_MAX; tried++) {
            int base = freePort(0);
            boolean free = base + PORTS < 65_000;
            for (int next = 1; free && next < PORTS; next++) {
                free = isFree(base + next);
            }
            if (free) {
                return base;
            }
        }
        throw new IOException("no four free ports in a row");
    }

    private static int freePort(int port) throws IOException {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try {
            return freePort(port) == port;
        } catch (IOException taken) {
            return false;
        }
    }
}
