package dev.kioskguard.adapter.xfs4iot.client;

import dev.kioskguard.adapter.xfs4iot.catalog.MessageSpec;
import dev.kioskguard.adapter.xfs4iot.client.connection.Conversation;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.client.connection.Reasons;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One XFS4IoT service, held on to: found, asked what it can do and how it is, and connected again whenever the
 * connection is lost. Thread-safe; its listener is called on the loop.
 */
public final class Service implements AutoCloseable {

    /** What a service tells. */
    public interface Listener {

        /** Device status, capabilities or status have changed. */
        void changed();

        /** Any event but a change of status, solicited or not, whichever command it belongs to. */
        void event(Message event);
    }

    private final Environment environment;
    private final Place place;
    private final MessageCodec codec;
    private final Listener listener;

    private volatile DeviceStatus deviceStatus = new DeviceStatus(State.STARTING, "connecting for the first time");
    private volatile StatusTree status = StatusTree.EMPTY;
    private volatile @Nullable Capabilities capabilities;

    private @Nullable Conversation conversation;
    private @Nullable Future<?> timer;
    private boolean online;
    private int attempt;
    private boolean closed;

    /** A service that is not looked for before {@link #start()}, so that its listener can be made in peace. */
    public Service(Environment environment, Place place, MessageCodec codec, Listener listener) {
        this.environment = environment;
        this.place = place;
        this.codec = codec;
        this.listener = listener;
    }

    /** Begins to connect, without waiting for it. To be called once. */
    public void start() {
        environment.run(this::connect);
    }

    public DeviceStatus deviceStatus() {
        return deviceStatus;
    }

    /** Returns the last known status, empty before the first. It may be old while the service is offline. */
    public StatusTree status() {
        return status;
    }

    public Optional<Capabilities> capabilities() {
        return Optional.ofNullable(capabilities);
    }

    /**
     * Has the service do a command of the catalog.
     *
     * @param timeout more than zero; the service is given it, and some grace
     * @param events told of what happens while the command is at work, on the loop
     */
    public Execution execute(
            String command, @Nullable ObjectNode payload, Duration timeout, Consumer<Message.Event> events) {
        MessageSpec spec = environment.check().catalog().command(command);
        Execution execution = new Execution(environment);
        environment.run(() -> {
            Conversation on = conversation;
            Capabilities can = capabilities;
            if (on == null || can == null || !online) {
                execution.fail(Fault.CONNECTION_LOST, command, deviceStatus.detail());
                return;
            }
            can.versionOf(spec)
                    .ifPresentOrElse(
                            version -> execution.follow(on, on.send(command, version, payload, timeout, events)),
                            () -> execution.fail(Fault.UNSUPPORTED, command, "the service does not have it"));
        });
        return execution;
    }

    private void connect() {
        if (closed) {
            return;
        }
        Ears ears = new Ears();
        Conversation next = new Conversation(environment, codec, ears);
        ears.on = next;
        conversation = next;
        place.find()
                .thenCompose(next::connect)
                .thenCompose(
                        open -> Bootstrap.capabilities(next, environment.check().catalog()))
                .thenApply(place::check)
                .thenCompose(found -> Bootstrap.status(next).thenAccept(read -> online(next, found, read)))
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure != null) {
                                next.abort(Reasons.of(failure));
                            }
                        },
                        environment::run);
    }

    private void online(Conversation on, Capabilities found, StatusTree read) {
        if (conversation != on || closed) {
            return;
        }
        capabilities = found;
        online = true;
        // A service that goes again at once is not asked at full speed: only a lasting connection forgets the waits.
        timer = environment.later(environment.timings().heartbeat(), () -> attempt = 0);
        publish(read.after(status).device(), read.after(status));
    }

    private void lost(String why) {
        conversation = null;
        online = false;
        if (timer != null) {
            timer.cancel(false);
        }
        if (closed) {
            publish(new DeviceStatus(State.OFFLINE, "closed"), status);
            return;
        }
        Duration wait = environment.timings().backoff().before(attempt++, environment.random());
        timer = environment.later(wait, this::connect);
        publish(new DeviceStatus(State.OFFLINE, "%s; next attempt in %d ms".formatted(why, wait.toMillis())), status);
    }

    private void happened(Message event) {
        ObjectNode changed = event.payload();
        if (!event.name().equals("Common.StatusChangedEvent")) {
            status = status.because(event);
            listener.event(event);
        } else if (changed != null && online) {
            StatusTree next = status.fold(changed);
            publish(next.device(), next);
        }
    }

    private void publish(DeviceStatus device, StatusTree next) {
        deviceStatus = device;
        status = next;
        listener.changed();
    }

    /** Ends what is under way as canceled, then the connection. Closing twice is closing once. */
    @Override
    public void close() {
        environment.run(() -> {
            boolean first = !closed;
            closed = true;
            if (first && conversation != null) {
                conversation.close();
            } else if (first) {
                lost("closed");
            }
        });
    }

    /** Hears one connection; what an old one still says is no longer this service's word. */
    private final class Ears implements Conversation.Listener {

        private @Nullable Conversation on;

        @Override
        public void event(Message event) {
            if (conversation == on) {
                happened(event);
            }
        }

        @Override
        public void ended(String why) {
            if (conversation == on) {
                lost(why);
            }
        }
    }
}
