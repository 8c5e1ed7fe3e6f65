package dev.kioskguard.adapter.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.kioskguard.paging.channel.ChannelStatus;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line to a broker that is made anew whenever it breaks, with waits that grow up to a limit. Nothing is queued here:
 * what cannot be said now has not been said. Thread-safe.
 */
final class BrokerLine implements AutoCloseable {

    private static final Duration GOODBYE_MAX = Duration.ofSeconds(2);

    private final Caller caller;
    private final Ears ears;
    private final SecureRandom random = new SecureRandom();
    private final LineThread worker = new LineThread();
    private @Nullable Mqtt5AsyncClient client;
    private volatile @Nullable Mqtt5AsyncClient standing;
    private volatile String detail = "not yet connected";
    private volatile boolean closed;
    private int attempts;

    /** What a broker has kept for this caller, and cannot give without breaking a rule, would break every line anew. */
    private boolean poisoned;

    BrokerLine(Caller caller, Ears ears) {
        this.caller = caller;
        this.ears = ears;
    }

    /** Begins to look for the broker. */
    void open() {
        soon(this::connect);
    }

    boolean isStanding() {
        return standing != null;
    }

    ChannelStatus status(int waiting) {
        ChannelStatus.State open = isStanding() ? ChannelStatus.State.CONNECTED : ChannelStatus.State.CONNECTING;
        return new ChannelStatus(closed ? ChannelStatus.State.CLOSED : open, closed ? "" : detail, waiting);
    }

    /** Does something on the line's own thread. */
    void soon(Runnable task) {
        worker.soon(task);
    }

    void every(Duration span, Runnable task) {
        worker.every(span, task);
    }

    /**
     * Says something.
     *
     * @return completes on the line's own thread once the broker has taken it over (PUBACK); fails where nobody knows,
     *     or the broker has refused it
     */
    CompletionStage<Void> say(Message message) {
        Mqtt5AsyncClient now = standing;
        if (now == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("there is no line to the broker"));
        }
        return now.publish(Caller.publish(message))
                .copy()
                .orTimeout(patience(), TimeUnit.MILLISECONDS)
                .handleAsync((taken, failed) -> answered(now, failed), this::soon);
    }

    private @Nullable Void answered(Mqtt5AsyncClient asked, @Nullable Throwable failed) {
        if (client != asked) {
            throw new IllegalStateException("that was on another line: of this one nothing is known", failed);
        }
        if (failed == null) {
            detail = "";
            return null;
        }
        Trouble trouble = Trouble.of(failed);
        if (trouble.kind() != null) {
            detail = trouble.detail();
            ears.refused(trouble.kind(), trouble.detail());
        } else {
            // A broker that does not answer is gone, even if its line still stands.
            down(asked, failed);
        }
        throw new IllegalStateException(trouble.detail(), failed);
    }

    private long patience() {
        return caller.manners().connect().toMillis();
    }

    private void connect() {
        if (closed) {
            return;
        }
        attempts++;
        var made = new CompletableFuture<Mqtt5AsyncClient>();
        Mqtt5AsyncClient next = caller.client(why -> soon(() -> down(made.join(), why)));
        made.complete(next);
        client = next;
        next.publishes(MqttGlobalPublishFilter.ALL, publish -> heard(publish), this::soon, true);
        var unused = next.connect(caller.hello(ears.lastWill(), poisoned))
                .thenCompose(connected -> next.subscribe(caller.subscriptions()))
                .orTimeout(2 * patience(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync(
                        (subscribed, failed) -> {
                            if (failed == null) {
                                up(next);
                            } else {
                                down(next, failed);
                            }
                        },
                        this::soon);
    }

    private void up(Mqtt5AsyncClient next) {
        if (client != next) {
            return;
        }
        attempts = 0;
        poisoned = false;
        detail = "";
        standing = next;
        ears.connected();
    }

    /** Of a client that is not the one at work any more, or was told to end, nothing is wanted. */
    private void down(Mqtt5AsyncClient broken, @Nullable Throwable why) {
        if (client != broken || closed) {
            return;
        }
        client = null;
        boolean stood = standing != null;
        standing = null;
        Trouble trouble = Trouble.of(why == null ? new IllegalStateException() : why);
        detail = trouble.detail();
        poisoned |= trouble.isGarbage();
        if (trouble.kind() != null) {
            ears.refused(trouble.kind(), trouble.detail());
        }
        if (stood) {
            ears.lost();
        }
        var unused = broken.disconnect().exceptionally(already -> null);
        Duration wait = caller.manners().backoff().before(attempts, random);
        worker.after(wait, this::connect);
    }

    private void heard(Mqtt5Publish publish) {
        LineThread.tried(() -> ears.heard(new Message(
                publish.getTopic().toString(),
                new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8),
                publish.isRetain())));
        publish.acknowledge();
    }

    /** Says a last thing, if it can be said within seconds, and ends the line in good order. */
    void close(@Nullable Message last) {
        closed = true;
        Mqtt5AsyncClient now = standing;
        if (now != null) {
            CompletableFuture<?> said =
                    last == null ? CompletableFuture.completedFuture(null) : now.publish(Caller.publish(last));
            said.thenCompose(done -> now.disconnect())
                    .completeOnTimeout(null, GOODBYE_MAX.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(gone -> null)
                    .join();
        }
        worker.close();
        if (now == null && client != null) {
            var unused = client.disconnect().exceptionally(already -> null);
        }
    }

    @Override
    public void close() {
        close(null);
    }
}
