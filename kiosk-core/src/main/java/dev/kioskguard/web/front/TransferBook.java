package dev.kioskguard.web.front;

import dev.kioskguard.transfer.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Every transfer of late, by id: where it stands, how it ended, its clearance. Thread-safe and bounded. */
public final class TransferBook {

    /** How many transfers are remembered; older ones are the journal's business. */
    public static final int TRANSFERS_MAX = 2_000;

    private final Map<String, Entry> entries = bounded();
    private final Map<String, String> byRequestKey = bounded();
    private final Map<String, CompletableFuture<Entry>> awaited = bounded();

    /** Returns the transfer that an idempotency key already stands for, or else binds the key to this new one. */
    public synchronized String reserve(String requestKey, String transferId) {
        String known = byRequestKey.putIfAbsent(requestKey, transferId);
        return known == null ? transferId : known;
    }

    /** Frees a key whose transfer never came to be. */
    public synchronized void release(String requestKey) {
        byRequestKey.remove(requestKey);
    }

    public synchronized void state(String transferId, String state) {
        Entry known = entries.getOrDefault(transferId, new Entry(transferId, state, null, null));
        entries.put(transferId, new Entry(transferId, state, known.verdict(), known.clearance()));
    }

    public synchronized void cleared(String transferId, String clearance) {
        Entry known = entries.getOrDefault(transferId, new Entry(transferId, "confirming", null, null));
        entries.put(transferId, new Entry(transferId, known.state(), known.verdict(), clearance));
    }

    public synchronized void ended(String transferId, Verdict verdict) {
        Entry known = entries.get(transferId);
        String clearance = known == null ? null : known.clearance();
        var ended = new Entry(transferId, verdict.end().word(), verdict, clearance);
        entries.put(transferId, ended);
        CompletableFuture<Entry> waiting = awaited.remove(transferId);
        if (waiting != null) {
            var unused = waiting.completeAsync(() -> ended);
        }
    }

    /** Returns the transfer at its end, now or later; who waits is told on a thread that is not the guard's. */
    public synchronized CompletionStage<Entry> ended(String transferId) {
        Entry known = entries.get(transferId);
        return known != null && known.verdict() != null
                ? CompletableFuture.completedFuture(known)
                : awaited.computeIfAbsent(transferId, id -> new CompletableFuture<>());
    }

    public synchronized Optional<Entry> find(String transferId) {
        return Optional.ofNullable(entries.get(transferId));
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > TRANSFERS_MAX;
            }
        };
    }

    /**
     * One transfer as the application may see it.
     *
     * @param clearance a signed token, only where the transfer was cleared
     */
    public record Entry(
            String transferId,
            String state,
            @Nullable Verdict verdict,
            @Nullable String clearance) {

        @Override
        public String toString() {
            return "Entry[" + transferId + ", " + state + "]";
        }
    }
}
