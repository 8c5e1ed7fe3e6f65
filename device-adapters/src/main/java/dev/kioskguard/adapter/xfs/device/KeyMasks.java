package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.header.Pin;
import dev.kioskguard.adapter.xfs.manager.Snapshot;
import dev.kioskguard.adapter.xfs.manager.XfsEvent;
import dev.kioskguard.adapter.xfs.memory.NativeFieldException;
import dev.kioskguard.adapter.xfs.memory.NativeStruct;
import dev.kioskguard.adapter.xfs.memory.StructView;
import dev.kioskguard.device.Key;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys as bits: one mask for those of the pad, another for those beside the screen. */
final class KeyMasks {

    private static final String FDK = "fdk";

    private KeyMasks() {}

    /** Sets which keys are active, and which of them end an entry. */
    static NativeStruct activate(NativeStruct entry, Set<Key> keys, Set<Key> ends) {
        return entry.set("ulActiveKeys", mask(keys, false))
                .set("ulActiveFDKs", mask(keys, true))
                .set("ulTerminateKeys", mask(ends, false))
                .set("ulTerminateFDKs", mask(ends, true));
    }

    private static int mask(Set<Key> keys, boolean fdks) {
        return keys.stream()
                .filter(key -> key.isFdk() == fdks)
                .mapToInt(KeyMasks::bit)
                .reduce(0, (a, b) -> a | b);
    }

    /** Returns what a pressed key brought; null for other events, and for what cannot be, of which the pad is told. */
    static @Nullable Snapshot brought(XfsEvent event, XfsDevice pad) {
        Snapshot brought = event.brought();
        if (event.id() != Pin.WFS_EXEE_PIN_KEY) {
            return null;
        }
        try {
            if (brought == null) {
                pad.unsound(event.problem());
            } else {
                int unused = brought.view().oneOf("wCompletion", Pin.WFS_PIN_COMPCONTFDK);
            }
            return brought;
        } catch (NativeFieldException e) {
            pad.unsound(String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Returns the key that a {@code WFSPINKEY} is about, if it is one that we know. */
    static Optional<Key> key(StructView pressed) {
        int completion = pressed.number("wCompletion");
        boolean isFdk = completion == Pin.WFS_PIN_COMPFDK || completion == Pin.WFS_PIN_COMPCONTFDK;
        int bit = pressed.number("ulDigit");
        return Stream.of(Key.values())
                .filter(key -> key.isFdk() == isFdk && bit(key) == bit)
                .findFirst();
    }

    private static int bit(Key key) {
        return switch (key) {
            case ENTER -> Pin.WFS_PIN_FK_ENTER;
            case CANCEL -> Pin.WFS_PIN_FK_CANCEL;
            case CLEAR -> Pin.WFS_PIN_FK_CLEAR;
            default ->
                key.isFdk()
                        ? Pin.WFS_PIN_FK_FDK01 << (Integer.parseInt(key.word().substring(FDK.length())) - 1)
                        : Pin.WFS_PIN_FK_0 << Integer.parseInt(key.word());
        };
    }
}
