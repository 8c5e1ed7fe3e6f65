package dev.kioskguard.web.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/** A deadline for the first request head of a connection: who drips it in is disconnected, whoever was served stays. */
final class ArrivalWatch implements Connection.Listener {

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
