package dev.kioskguard.adapter.xfs4iot.client.connection;

import dev.kioskguard.device.Failures;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Why a connection could not be made or was lost, in words for the engineer who has to mend it. */
public final class Reasons {

    private static final int CHARS_MAX = 200;

    private Reasons() {}

    public static String of(Throwable failure) {
        Throwable cause = Failures.unwrapped(failure);
        if (cause instanceof WebSocketHandshakeException refusal) {
            return "no WebSocket there, but HTTP status "
                    + refusal.getResponse().statusCode();
        }
        if (cause instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        if (cause instanceof SSLException) {
            return printable("TLS: " + cause.getMessage());
        }
        if (cause instanceof ConnectException) {
            boolean unknown = cause.getCause() instanceof UnresolvedAddressException;
            return unknown ? "no host of that name" : "connection refused";
        }
        String message = cause.getMessage();
        return printable(message == null ? cause.getClass().getSimpleName() : message);
    }

    /** Returns a text of the other end, fit for a line of a log. */
    public static String printable(String text) {
        String one = text.replaceAll("\\p{Cntrl}+", " ");
        return one.substring(0, Math.min(one.length(), CHARS_MAX));
    }
}
