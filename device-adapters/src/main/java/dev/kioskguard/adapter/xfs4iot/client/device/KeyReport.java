package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.adapter.xfs4iot.client.Execution;
import dev.kioskguard.adapter.xfs4iot.client.Service;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.words.KeyWords;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinPad;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plain key presses, by one {@code Keyboard.DataEntry} after the other until closed. It steps aside for a PIN entry.
 * Thread-safe; keys are reported on the loop.
 */
final class KeyReport implements PinPad.KeyListening {

    static final String COMMAND = "Keyboard.DataEntry";

    /** How long one entry lasts. It is begun again at once; no end at all would wait for a forgetful service. */
    private static final Duration ROUND = Duration.ofMinutes(10);

    /** Where an entry cannot be cancelled, it must end by itself before a PIN can be keyed. */
    private static final Duration ROUND_WITHOUT_CANCEL = Duration.ofSeconds(5);

    /** Between entries that brought nothing, so that a service that refuses them is not asked at full speed. */
    private static final Duration RESTART_WAIT = Duration.ofMillis(500);

    private final Environment environment;
    private final Service keyboard;
    private final Set<Key> keys;
    private final Consumer<Key> pressed;

    private @Nullable Execution entry;
    private CompletableFuture<@Nullable Void> standstill = CompletableFuture.completedFuture(null);
    private boolean aside;
    private volatile boolean closed;
    private int pressedInRound;

    KeyReport(Environment environment, Service keyboard, Set<Key> keys, Consumer<Key> pressed) {
        this.environment = environment;
        this.keyboard = keyboard;
        this.keys = EnumSet.copyOf(keys);
        this.pressed = pressed;
    }

    /** Begins an entry unless one runs, is not wanted, or the pad is not there. */
    void go() {
        environment.run(() -> {
            if (entry == null && !aside && !closed && keyboard.deviceStatus().isOnline()) {
                begin();
            }
        });
    }

    private void begin() {
        boolean cancels = keyboard.capabilities()
                .map(known -> known.supports("Common.Cancel"))
                .orElse(false);
        ObjectNode payload = ServiceDevice.payload().put("maxLen", 0).put("autoEnd", false);
        KeyWords.activate(payload, keys, Set.of());
        pressedInRound = 0;
        standstill = new CompletableFuture<>();
        Execution next = keyboard.execute(COMMAND, payload, cancels ? ROUND : ROUND_WITHOUT_CANCEL, this::happened);
        entry = next;
        var unused = next.result().whenComplete((answer, failure) -> ended(failure));
    }

    private void happened(Message.Event event) {
        ObjectNode payload = event.payload();
        if (aside || closed || payload == null || !event.name().equals("Keyboard.KeyEvent")) {
            return;
        }
        pressedInRound++;
        KeyWords.key(payload.path("digit").stringValue(""))
                .filter(keys::contains)
                .ifPresent(pressed);
    }

    private void ended(@Nullable Throwable failure) {
        entry = null;
        Fault fault = failure instanceof DeviceException known ? known.fault() : null;
        standstill.complete(null);
        if (fault == Fault.UNSUPPORTED && keys.removeIf(key -> key.word().startsWith("fdk")) && !keys.isEmpty()) {
            // A pad without keys beside the screen still has its digits.
            go();
        } else if (fault == Fault.TIMEOUT || (fault == null && pressedInRound > 0)) {
            go();
        } else {
            var unused = environment.later(RESTART_WAIT, this::go);
        }
    }

    /** Stops until told to go on; completes when the pad is free. */
    CompletableFuture<@Nullable Void> stepAside() {
        CompletableFuture<@Nullable Void> free = new CompletableFuture<>();
        environment.run(() -> {
            aside = true;
            var unused = standstill.whenComplete((done, failure) -> free.complete(null));
            if (entry != null) {
                entry.cancel();
            }
        });
        return free;
    }

    void goOn() {
        environment.run(() -> {
            aside = false;
            go();
        });
    }

    @Override
    public void close() {
        closed = true;
        environment.run(() -> {
            if (entry != null) {
                entry.cancel();
            }
        });
    }

    boolean isClosed() {
        return closed;
    }
}
