package dev.kioskguard.adapter.xfs4iot.service;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;

/** One connection of one client to one service, and the commands it has not been answered yet. Thread-safe. */
final class Client {

    /** How many commands a client may have unanswered at a service. */
    static final int COMMANDS_MAX = 16;

    /** How many frames may wait for a client that does not read; beyond, it is let go. */
    static final int FRAMES_WAITING_MAX = 1000;

    private final WebSocket socket;
    private final MessageCodec codec;
    private final List<String> keptBack = new ArrayList<>();
    private final Map<Integer, PendingCommand> unanswered = new LinkedHashMap<>();

    private volatile boolean gone;

    Client(WebSocket socket, MessageCodec codec) {
        this.socket = socket;
        this.codec = codec;
    }

    void send(Message message) {
        sendText(codec.write(message));
    }

    /** Keeps a message back until the next one, with which it goes out in one piece: the client is woken once. */
    void sendWithNext(Message message) {
        String text = codec.write(message);
        synchronized (keptBack) {
            keptBack.add(text);
        }
    }

    /** Sends what was kept back and had no next message to go with. */
    void flush() {
        send(keptBack());
    }

    void sendText(String text) {
        List<String> texts = keptBack();
        texts.add(text);
        send(texts);
    }

    private List<String> keptBack() {
        synchronized (keptBack) {
            List<String> texts = new ArrayList<>(keptBack);
            keptBack.clear();
            return texts;
        }
    }

    private void send(List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        if (socket instanceof WebSocketImpl buffered && buffered.outQueue.size() > FRAMES_WAITING_MAX) {
            cut(CloseFrame.POLICY_VALIDATION, "does not read what it is sent");
            return;
        }
        try {
            Draft draft = socket.getDraft();
            socket.sendFrame(texts.stream()
                    .flatMap(text -> draft.createFrames(text, false).stream())
                    .toList());
        } catch (WebsocketNotConnectedException e) {
            // It left; the close that follows cancels whatever it had asked for.
        }
    }

    /** Asks the client to leave, in the way of RFC 6455 section 7.1.2. */
    void close(int code, String reason) {
        socket.close(code, reason);
    }

    /** Ends the connection without waiting for the client's word. */
    void cut(int code, String reason) {
        socket.closeConnection(code, reason);
    }

    /** Says that the connection has ended: nobody waits for an answer any more. */
    void leave() {
        gone = true;
        unanswered().forEach(command -> command.stop(CompletionCode.CANCELED, "the client left"));
    }

    boolean isGone() {
        return gone;
    }

    synchronized boolean isUnanswered(int requestId) {
        return unanswered.containsKey(requestId);
    }

    synchronized boolean isAtLimit() {
        return unanswered.size() >= COMMANDS_MAX;
    }

    synchronized void remember(PendingCommand command) {
        unanswered.put(command.requestId(), command);
    }

    synchronized void forget(PendingCommand command) {
        unanswered.remove(command.requestId(), command);
    }

    /** Returns them newest first: stopped in that order, none begins only because the one before it was stopped. */
    synchronized List<PendingCommand> unanswered() {
        List<PendingCommand> newestFirst = new ArrayList<>(unanswered.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }
}
