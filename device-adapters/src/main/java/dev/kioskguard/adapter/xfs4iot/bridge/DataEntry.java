package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.KeyEntry;
import dev.kioskguard.adapter.xfs4iot.service.device.PinPadMessages;
import dev.kioskguard.adapter.xfs4iot.words.KeyWords;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinPad;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An entry of plain keys, each told as it comes, until one ends it or it is full or stopped. Thread-safe. */
final class DataEntry {

    /** How many keys are kept for the end of an entry without a limit; those told as they come are not bounded. */
    private static final int KEYS_KEPT_MAX = 1000;

    private final KeyEntry wanted;
    private final Call call;
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private final List<Key> kept = new ArrayList<>();
    private int count;
    private PinPad.@Nullable KeyListening listening;
    private boolean over;

    DataEntry(KeyEntry wanted, Call call) {
        this.wanted = wanted;
        this.call = call;
    }

    /** Lets keys be pressed; the stage ends when the pad is free. */
    CompletionStage<?> begin(PinPad pad) {
        call.event(PinPadMessages.ENTER_DATA, null);
        PinPad.KeyListening begun = pad.listen(wanted.keys().keySet(), this::pressed);
        boolean late;
        synchronized (this) {
            listening = begun;
            late = over;
        }
        if (late) {
            begun.close();
        }
        return end;
    }

    private synchronized void pressed(Key key) {
        boolean ends = wanted.keys().getOrDefault(key, false);
        if (over || (wanted.isFull(count) && !ends)) {
            return;
        }
        call.event(PinPadMessages.KEY_PRESSED, KeyWords.describe(key, call.newPayload()));
        if (ends) {
            finish(Optional.of(key));
            return;
        }
        count++;
        if (kept.size() < KEYS_KEPT_MAX) {
            kept.add(key);
        }
        if (wanted.isFull(count) && wanted.autoEnd()) {
            finish(Optional.empty());
        }
    }

    private void finish(Optional<Key> by) {
        ObjectNode payload = call.newPayload().put("keys", count);
        KeyEntry.putEnd(payload, by, kept);
        stop();
        call.succeed(payload);
    }

    /** Ends the entry without an answer. */
    synchronized void stop() {
        over = true;
        if (listening != null) {
            listening.close();
        }
        end.complete(null);
    }
}
