package dev.kioskguard.sim.measure.wire;

import java.net.URI;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/** A plain client that says something and waits until the answer has come, one at a time. */
final class RoundTrips extends WebSocketClient {

    private static final int WAIT_SECONDS_MAX = 10;
    private static final int NUDGE_AFTER_MILLIS = 50;
    private static final int NUDGES_MAX = 200;

    private final Predicate<String> isAnswer;
    private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(16);

    private RoundTrips(URI server, Predicate<String> isAnswer) {
        super(server);
        this.isAnswer = isAnswer;
        setTcpNoDelay(true);
        setDaemon(true);
    }

    /** Connects to a server, of whose messages some are answers. */
    static RoundTrips with(URI server, Predicate<String> isAnswer) throws InterruptedException {
        var client = new RoundTrips(server, isAnswer);
        if (!client.connectBlocking(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody serves at " + server);
        }
        return client;
    }

    /** Returns how many nanoseconds went by from the question to its answer. */
    long nanos(String question) throws InterruptedException {
        long began = System.nanoTime();
        send(question);
        String answer = answers.poll(NUDGE_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        // A bare server on this library forgets a frame now and then, until it has another one to send: a pong.
        for (int nudges = 0; answer == null && nudges < NUDGES_MAX; nudges++) {
            sendPing();
            answer = answers.poll(NUDGE_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        }
        long took = System.nanoTime() - began;
        if (answer == null) {
            throw new IllegalStateException("no answer from " + uri);
        }
        return took;
    }

    @Override
    public void onMessage(String message) {
        if (isAnswer.test(message)) {
            answers.add(message);
        }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {}

    @Override
    public void onClose(int code, String reason, boolean remote) {}

    @Override
    public void onError(Exception failure) {
        // Whoever waits for the answer is told that none came.
    }
}
