package dev.kioskguard.web.front;

import dev.kioskguard.guard.state.BankRequest;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.stream.LongPolls;
import dev.kioskguard.web.http.stream.SseStreams;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the bank's application is told as it happens: visits, transfers, requests. Thread-safe. */
public final class BankBoard implements AutoCloseable {

    private final SseStreams streams;
    private final LongPolls polls;
    private final Receipts receipts;

    /** Makes a board; a request to print is told with the packet of {@code receipts}. */
    public BankBoard(int streamsMax, int waitingMax, Receipts receipts) {
        this.receipts = receipts;
        this.streams = new SseStreams("bank", streamsMax);
        this.polls = new LongPolls("bank", waitingMax);
    }

    public SseStreams streams() {
        return streams;
    }

    public LongPolls polls() {
        return polls;
    }

    public void visit(String event, String sessionId, String maskedCard) {
        tell(event, visitBody(sessionId, maskedCard));
    }

    public void transfer(String transferId, String state) {
        tell("transfer", Map.of("transferId", transferId, "state", state));
    }

    public void request(BankRequest request) {
        tell("request", body(request));
    }

    public void notice(String noticeId, String state) {
        tell("notice", Map.of("noticeId", noticeId, "state", state));
    }

    private void tell(String event, Map<String, Object> body) {
        streams.broadcast(event, Json.text(body));
        polls.ring();
    }

    public static Map<String, Object> visitBody(String sessionId, String maskedCard) {
        var body = new LinkedHashMap<String, Object>();
        body.put("sessionId", sessionId);
        body.put("card", Map.of("masked", maskedCard));
        return body;
    }

    /** Returns a request as the application reads it. */
    public Map<String, Object> body(BankRequest request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", request.id());
        body.put("kind", request.kind().word());
        body.put("sessionId", request.sessionId());
        body.put("transferId", request.transferId());
        body.put("at", request.at().toString());
        if (request.kind() == BankRequest.Kind.PRINT) {
            body.put("lines", receipts.packet(request.transferId()));
        }
        return body;
    }

    @Override
    public void close() {
        streams.close();
        polls.close();
    }
}
