package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.adapter.xfs4iot.client.Service;
import dev.kioskguard.adapter.xfs4iot.words.KeyWords;
import dev.kioskguard.device.DataEntry;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.RunningCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The command for plain keys, {@code Keyboard.DataEntry}. */
final class DataEntryCall implements DataEntry {

    static final String COMMAND = "Keyboard.DataEntry";

    /** Where an entry cannot be cancelled, it must end by itself before a PIN can be keyed. */
    private static final Duration ROUND_WITHOUT_CANCEL = Duration.ofSeconds(5);

    private final Service keyboard;

    DataEntryCall(Service keyboard) {
        this.keyboard = keyboard;
    }

    @Override
    public boolean isReady() {
        return keyboard.deviceStatus().isOnline();
    }

    @Override
    public RunningCommand<?> begin(Set<Key> keys, Consumer<Optional<Key>> pressed) {
        boolean cancels = keyboard.capabilities()
                .map(known -> known.supports("Common.Cancel"))
                .orElse(false);
        ObjectNode payload = ServiceDevice.payload().put("maxLen", 0).put("autoEnd", false);
        KeyWords.activate(payload, keys, Set.of());
        return keyboard.execute(COMMAND, payload, cancels ? ROUND : ROUND_WITHOUT_CANCEL, event -> {
            ObjectNode brought = event.payload();
            if (brought != null && event.name().equals("Keyboard.KeyEvent")) {
                pressed.accept(KeyWords.key(brought.path("digit").stringValue("")));
            }
        });
    }
}
