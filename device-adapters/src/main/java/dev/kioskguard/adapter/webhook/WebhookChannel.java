package dev.kioskguard.adapter.webhook;

import dev.kioskguard.device.Failures;
import dev.kioskguard.paging.channel.ChannelStatus;
import dev.kioskguard.paging.channel.Delivery;
import dev.kioskguard.paging.channel.Outbox;
import dev.kioskguard.paging.channel.PageChannel;
import dev.kioskguard.paging.channel.Sheet;
import dev.kioskguard.paging.channel.Station;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one machine at an address of the bank's: each as it stands, and at last that it is over. After a restart
 * what stands is said again, under the same id of the message. Thread-safe.
 */
final class WebhookChannel implements PageChannel {

    private static final int UNDER_WAY_MAX = 4;

    private final Station station;
    private final Manners manners;
    private final SecureRandom random = new SecureRandom();
    private final ScheduledExecutorService thread;
    private final Endpoint endpoint;
    private final Outbox outbox;

    private boolean resting;
    private int failures;
    private volatile String detail = "";
    private volatile int waiting;
    private volatile Map<String, Delivery> deliveries = Map.of();
    private volatile boolean closed;

    private WebhookChannel(Station station, Manners manners, ScheduledExecutorService thread, Endpoint endpoint) {
        this.station = station;
        this.manners = manners;
        this.thread = thread;
        this.endpoint = endpoint;
        this.outbox = new Outbox(manners.triesMax());
    }

    static WebhookChannel open(Station station, Manners manners, EndpointMaker maker) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var made = new Thread(task, "webhook");
            made.setDaemon(true);
            return made;
        });
        var channel = new WebhookChannel(station, manners, thread, maker.on(thread));
        channel.changed();
        return channel;
    }

    @Override
    public void changed() {
        soon(this::tell);
    }

    private void soon(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException ended) {
            // What has not been said by now is said after the next start.
        }
    }

    private void tell() {
        List<Sheet> standing = station.standing();
        if (!resting && !closed) {
            outbox.due(standing, UNDER_WAY_MAX).forEach(this::post);
        }
        waiting = outbox.waiting(standing);
        deliveries = outbox.deliveries(standing);
    }

    private void post(Sheet sheet) {
        var unused =
                endpoint.post(body(sheet)).whenCompleteAsync((taken, failed) -> answered(sheet, failed), this::soon);
    }

    private String body(Sheet sheet) {
        String text = sheet.text();
        return text != null
                ? text
                : "{\"messageId\":\"%s-over\",\"id\":\"%s\",\"machine\":\"%s\",\"state\":\"resolved\"}"
                        .formatted(sheet.id(), sheet.id(), station.machine());
    }

    private void answered(Sheet sheet, @Nullable Throwable failed) {
        if (failed == null) {
            outbox.confirmed(sheet);
            failures = 0;
            detail = "";
            tell();
            return;
        }
        outbox.failed(sheet);
        detail = words(failed);
        if (!resting) {
            resting = true;
            failures++;
            rest();
        }
        tell();
    }

    private void rest() {
        try {
            var unused = thread.schedule(
                    () -> {
                        resting = false;
                        tell();
                    },
                    manners.backoff().before(failures, random).toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ended) {
            // What has not been said by now is said after the next start.
        }
    }

    /** Says in words for an operator what was in the way; of what the other side has said only its number. */
    private static String words(Throwable failed) {
        Throwable cause = Failures.unwrapped(failed);
        if (cause instanceof Endpoint.RefusedException) {
            return cause.getMessage() + ": look at its log, and whether the secret is the same there";
        }
        return cause instanceof SSLException
                ? "no trusted line: look at certificates, the trust store and clocks"
                : "it cannot be reached in time; is it running, and is the network up?";
    }

    @Override
    public ChannelStatus status() {
        if (closed) {
            return new ChannelStatus(ChannelStatus.State.CLOSED, "", waiting);
        }
        boolean well = detail.isEmpty();
        return new ChannelStatus(
                well ? ChannelStatus.State.CONNECTED : ChannelStatus.State.CONNECTING, detail, waiting);
    }

    @Override
    public Map<String, Delivery> deliveries() {
        return deliveries;
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
    }

    /** Makes the endpoint on the channel's own thread. */
    interface EndpointMaker {

        Endpoint on(ScheduledExecutorService thread);
    }
}
