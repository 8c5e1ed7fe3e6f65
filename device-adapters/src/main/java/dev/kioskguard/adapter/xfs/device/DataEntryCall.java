package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.header.Pin;
import dev.kioskguard.adapter.xfs.manager.Command;
import dev.kioskguard.adapter.xfs.manager.Decoder;
import dev.kioskguard.adapter.xfs.manager.Snapshot;
import dev.kioskguard.adapter.xfs.memory.NativeStruct;
import dev.kioskguard.device.DataEntry;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.RunningCommand;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The command for plain keys, {@code GET_DATA}. */
final class DataEntryCall implements DataEntry {

    /** After so many keys an entry ends, as a provider refuses one that nothing ends, and gathers all its keys. */
    private static final int ROUND_KEYS = 200;

    private final XfsDevice pad;

    DataEntryCall(XfsDevice pad) {
        this.pad = pad;
    }

    @Override
    public boolean isReady() {
        return pad.session().deviceStatus().isOnline();
    }

    @Override
    public RunningCommand<?> begin(Set<Key> keys, Consumer<Optional<Key>> pressed) {
        NativeStruct data = pad.session()
                .struct("WFSPINGETDATA")
                .set("usMaxLen", ROUND_KEYS)
                .set("bAutoEnd", 1);
        return pad.session()
                .execute(
                        pad,
                        new Command<>(
                                "GET_DATA",
                                Pin.WFS_CMD_PIN_GET_DATA,
                                KeyMasks.activate(data, keys, Set.of()),
                                ROUND,
                                Decoder.nothing(),
                                event -> {
                                    Snapshot key = KeyMasks.brought(event, pad);
                                    if (key != null) {
                                        pressed.accept(KeyMasks.key(key.view()));
                                    }
                                }));
    }
}
