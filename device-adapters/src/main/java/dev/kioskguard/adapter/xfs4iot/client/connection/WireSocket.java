package dev.kioskguard.adapter.xfs4iot.client.connection;

import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.adapter.xfs4iot.message.MessageFormatException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One WebSocket as a stream of messages, in text or binary frames of any number of parts. Thread-safe. */
final class WireSocket implements WebSocket.Listener {

    /** More unsent messages than this mean that the service no longer reads. */
    static final int SEND_QUEUE_LENGTH_MAX = 64;

    /** What a socket tells, in order, on a thread of the HTTP client. */
    interface Receiver {

        void received(Message message);

        void garbled(MessageFormatException why);

        /** The other end answered a ping. */
        void pong();

        /** Called once, however often it is lost. */
        void lost(String why);
    }

    private final MessageCodec codec;
    private final Receiver receiver;
    private final AtomicBoolean lost = new AtomicBoolean();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    private CompletableFuture<?> sent = socket;
    private int queued;

    private WireSocket(MessageCodec codec, Receiver receiver) {
        this.codec = codec;
        this.receiver = receiver;
    }

    /** Connects; the stage completes when messages can be sent, or fails with what the connection met. */
    static CompletionStage<WireSocket> open(Environment environment, URI uri, MessageCodec codec, Receiver receiver) {
        WireSocket wire = new WireSocket(codec, receiver);
        return environment
                .http()
                .newWebSocketBuilder()
                .connectTimeout(environment.timings().connect())
                .buildAsync(uri, wire)
                .thenApply(open -> wire);
    }

    void send(Message message) {
        enqueue(open -> open.sendText(codec.write(message), true));
    }

    void ping() {
        enqueue(open -> open.sendPing(ByteBuffer.allocate(0)));
    }

    /** Says goodbye; {@code lost} follows. */
    void close() {
        enqueue(open -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""));
        lose("closed");
    }

    /** Drops the connection without a word. */
    void abort(String why) {
        var unused = socket.thenAccept(WebSocket::abort);
        lose(why);
    }

    /** The JDK's socket takes one message at a time. */
    private synchronized void enqueue(Function<WebSocket, CompletableFuture<?>> step) {
        if (lost.get()) {
            return;
        }
        if (queued >= SEND_QUEUE_LENGTH_MAX) {
            abort("the service does not read what is sent to it");
            return;
        }
        queued++;
        sent = sent.thenCompose(before -> step.apply(socket.join())).whenComplete((done, failure) -> {
            synchronized (this) {
                queued--;
            }
            if (failure != null) {
                abort("sending failed: " + Reasons.of(failure));
            }
        });
    }

    @Override
    public void onOpen(WebSocket open) {
        socket.complete(open);
        open.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket open, CharSequence part, boolean last) {
        if (text.length() + part.length() > codec.messageBytesMax()) {
            abort("a message is longer than %d bytes".formatted(codec.messageBytesMax()));
            return null;
        }
        text.append(part);
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            deliver(() -> codec.parse(whole));
        }
        open.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket open, ByteBuffer part, boolean last) {
        if (bytes.size() + part.remaining() > codec.messageBytesMax()) {
            abort("a message is longer than %d bytes".formatted(codec.messageBytesMax()));
            return null;
        }
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        bytes.writeBytes(copy);
        if (last) {
            byte[] whole = bytes.toByteArray();
            bytes.reset();
            deliver(() -> codec.read(whole));
        }
        open.request(1);
        return null;
    }

    private void deliver(Supplier<Message> reading) {
        Message message;
        try {
            message = reading.get();
        } catch (MessageFormatException e) {
            receiver.garbled(e);
            return;
        }
        receiver.received(message);
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket open, ByteBuffer message) {
        receiver.pong();
        open.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket open, int code, String reason) {
        lose("the service closed the connection (%d%s)".formatted(code, reason.isBlank() ? "" : ", " + reason));
        return null;
    }

    @Override
    public void onError(WebSocket open, Throwable failure) {
        lose("the connection broke: " + Reasons.of(failure));
    }

    private void lose(String why) {
        if (lost.compareAndSet(false, true)) {
            receiver.lost(Reasons.printable(why));
        }
    }
}
