package dev.kioskguard.sim.bank.app;

import dev.kioskguard.device.PinBlock;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The bank application's calls to the guard, one method a call of the contract. Threadsafe.
 *
 * <p>Every method throws what {@link GuardConnection#call} throws.
 */
public final class GuardApi {

    /** A customer may take this long to key a PIN, in wall time. */
    static final Duration PIN_ENTRY_MAX = Duration.ofMinutes(3);

    private static final Duration WAIT_MARGIN = Call.TIMEOUT;

    private final GuardConnection guard;

    public GuardApi(GuardConnection guard) {
        this.guard = guard;
    }

    /** Opens a visit where no device says so (ownership beside). */
    public String begin(String terminalId, Map<String, String> card, String language) {
        Map<String, Object> body = Map.of("terminalId", terminalId, "card", card, "language", language);
        return guard.call(Call.post("/api/sessions", body)).path("sessionId").asString();
    }

    public void end(String sessionId) {
        guard.call(Call.delete(session(sessionId, "")));
    }

    /** Says who has screen and keypad: {@code own}, {@code guard} or {@code pin}. */
    public void mode(String sessionId, String mode) {
        guard.call(Call.put(session(sessionId, "/mode"), Map.of("mode", mode)));
    }

    public void keys(String sessionId, List<String> keys) {
        guard.call(Call.post(session(sessionId, "/keys"), Map.of("keys", keys)));
    }

    /** Waits until the customer has keyed a PIN and returns its block in format 0. */
    public PinBlock pinBlock(String sessionId, String key, String account) {
        Map<String, String> body = Map.of("format", "iso-0", "key", key, "account", account);
        JsonNode answer =
                guard.call(Call.post(session(sessionId, "/pin-block"), body).within(PIN_ENTRY_MAX));
        return new PinBlock(PinBlock.Format.ISO_0, answer.path("pinBlock").asString());
    }

    /** Has the reader give the card back or keep it: {@code return} or {@code retain}. */
    public void card(String sessionId, String action) {
        guard.call(Call.post(session(sessionId, "/card"), Map.of("action", action)));
    }

    /** Asks whether a transfer may go; the same key again gets the same answer. */
    public String submit(JsonNode transfer, String idempotencyKey) {
        Call call = Call.post("/api/transfers", transfer).with("Idempotency-Key", idempotencyKey);
        return guard.call(call).path("transferId").asString();
    }

    /** Returns where a transfer stands once that has changed or {@code wait} has passed. */
    public TransferState state(String transferId, Duration wait) {
        String path = "/api/transfers/" + escaped(transferId) + "?wait=" + wait;
        return TransferState.of(transferId, guard.call(Call.get(path).within(wait.plus(WAIT_MARGIN))));
    }

    public void withdraw(String transferId) {
        guard.call(Call.delete("/api/transfers/" + escaped(transferId)));
    }

    /** Takes a paused transfer up again with the code that the customer was given. */
    public void resume(String transferId, String sessionId, String code) {
        String path = "/api/transfers/" + escaped(transferId) + "/resume";
        guard.call(Call.post(path, Map.of("sessionId", sessionId, "code", code)));
    }

    public List<BankRequest> requests(Duration wait) {
        JsonNode answer = guard.call(Call.get("/api/requests?wait=" + wait).within(wait.plus(WAIT_MARGIN)));
        JsonNode list = answer.isArray() ? answer : answer.path("requests");
        return StreamSupport.stream(list.spliterator(), false)
                .map(BankRequest::of)
                .toList();
    }

    public void done(String requestId, boolean ok, String detail) {
        String path = "/api/requests/" + escaped(requestId) + "/done";
        guard.call(Call.post(path, Map.of("ok", ok, "detail", detail)));
    }

    /** Returns the JWK set that clearances are verified with, as it came. */
    public String clearanceKeys() {
        return new String(guard.bytes(Call.get("/api/clearance-keys")), StandardCharsets.UTF_8);
    }

    /** Returns the signed head of the guard's journal, if its health tells one. */
    public Optional<String> journalCheckpoint() {
        JsonNode checkpoint =
                guard.call(Call.get("/api/health")).path("journal").path("checkpoint");
        if (checkpoint.isString()) {
            return Optional.of(checkpoint.stringValue());
        }
        return checkpoint.isObject() ? Optional.of(checkpoint.toString()) : Optional.empty();
    }

    private static String session(String sessionId, String rest) {
        return "/api/sessions/" + escaped(sessionId) + rest;
    }

    private static String escaped(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
