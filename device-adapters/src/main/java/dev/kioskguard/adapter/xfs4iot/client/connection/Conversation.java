package dev.kioskguard.adapter.xfs4iot.client.connection;

import dev.kioskguard.adapter.xfs4iot.catalog.Problem;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.adapter.xfs4iot.message.MessageFormatException;
import dev.kioskguard.device.DeviceException.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is said on one connection: commands, their answers, and what comes unasked. Confined to the loop. */
public final class Conversation {

    /** A service that sends more rubbish than this on one connection is not worth listening to. */
    static final int GARBLED_MAX = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    /** What a conversation tells, on the loop. */
    public interface Listener {

        /** Every event, also one whose command has ended. */
        void event(Message event);

        /** Called once, at the end. */
        void ended(String why);
    }

    private final Environment environment;
    private final MessageCodec codec;
    private final Listener listener;
    private final Requests requests;
    private final Heartbeat heartbeat;

    private @Nullable WireSocket wire;
    private int garbled;
    private boolean closing;
    private boolean ended;

    public Conversation(Environment environment, MessageCodec codec, Listener listener) {
        this.environment = environment;
        this.codec = codec;
        this.listener = listener;
        this.requests = new Requests(environment, this::write);
        this.heartbeat = new Heartbeat(environment);
    }

    /** Opens the socket; to be called once. The stage goes on on the loop. */
    public CompletionStage<Conversation> connect(URI uri) {
        return WireSocket.open(environment, uri, codec, new Ears()).thenApplyAsync(this::opened, environment::run);
    }

    private Conversation opened(WireSocket open) {
        wire = open;
        if (closing || ended) {
            open.close();
        } else {
            heartbeat.start(open);
        }
        return this;
    }

    /** Says in which version {@code Common.Cancel} may be sent; empty where the service does not have it. */
    public void cancelsWith(Optional<String> version) {
        requests.cancelsWith(version);
    }

    /** Sends a command, unless it is not as the standard says; a zero time-out means none. */
    public Request send(
            String name,
            String version,
            @Nullable ObjectNode payload,
            Duration timeout,
            Consumer<Message.Event> events) {
        Request request = new Request(new Message.Command(name, version, requests.nextId(), timeout, payload), events);
        List<Problem> problems = environment.check().outgoing(request.command());
        if (!problems.isEmpty()) {
            request.fail(Fault.OTHER, "not sent: " + problems.get(0));
        } else if (wire == null || closing || ended) {
            request.fail(Fault.CONNECTION_LOST, "not connected");
        } else {
            requests.send(request);
        }
        return request;
    }

    /** Asks the service to stop a command, which then fails as canceled. */
    public void cancel(Request request) {
        requests.cancel(request);
    }

    private void write(Message.Command command) {
        if (wire != null) {
            wire.send(command);
        }
    }

    private void received(Message message) {
        heartbeat.alive();
        List<Problem> problems = environment.check().incoming(message);
        if (message instanceof Message.Acknowledge acknowledge) {
            requests.acknowledged(acknowledge);
        } else if (message instanceof Message.Completion completion) {
            requests.completed(completion, problems);
            closeWhenQuiet();
        } else if (!problems.isEmpty()) {
            LOG.debug("passed over {}: {}", message, problems.get(0));
        } else if (message instanceof Message.Event event) {
            requests.happened(event);
            listener.event(event);
        } else if (message instanceof Message.Unsolicited) {
            listener.event(message);
        }
    }

    private void garbled(MessageFormatException why) {
        LOG.debug("passed over what is no message: {}", why.getMessage());
        why.requestId().ifPresent(id -> requests.garbled(id, String.valueOf(why.getMessage())));
        if (++garbled > GARBLED_MAX) {
            abort("the service sends what is no XFS4IoT");
        }
    }

    /**
     * Ends every command as canceled, and the connection once the service has ended them too: the process of one real
     * service has been seen to die when a client goes while its command is at work.
     */
    public void close() {
        if (closing || ended) {
            return;
        }
        requests.cancelAll();
        closing = true;
        var unused = environment.later(environment.timings().grace(), this::closeNow);
        closeWhenQuiet();
    }

    private void closeWhenQuiet() {
        if (closing && requests.isQuiet()) {
            closeNow();
        }
    }

    private void closeNow() {
        if (wire != null) {
            wire.close();
        }
        end("closed");
    }

    /** Drops the connection without a word. */
    public void abort(String why) {
        if (wire != null) {
            wire.abort(why);
        }
        end(why);
    }

    private void end(String why) {
        if (ended) {
            return;
        }
        ended = true;
        heartbeat.stop();
        requests.lost(why);
        listener.ended(why);
    }

    /** Brings what the socket's threads hear to the loop, in order. */
    private final class Ears implements WireSocket.Receiver {

        @Override
        public void received(Message message) {
            environment.run(() -> Conversation.this.received(message));
        }

        @Override
        public void garbled(MessageFormatException why) {
            environment.run(() -> Conversation.this.garbled(why));
        }

        @Override
        public void pong() {
            environment.run(heartbeat::alive);
        }

        @Override
        public void lost(String why) {
            environment.run(() -> end(why));
        }
    }
}
