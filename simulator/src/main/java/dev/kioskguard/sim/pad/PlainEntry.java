package dev.kioskguard.sim.pad;

import dev.kioskguard.device.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry whose keys are reported as they are; XFS4IoT {@code Keyboard.DataEntry}. */
final class PlainEntry implements Entry {

    /** How many keys are kept for the end of an entry without a limit; the reports as they come are not bounded. */
    private static final int KEYS_KEPT_MAX = 1000;

    private final EntryRules rules;
    private final EntryListener listener;
    private final List<Key> keys = new ArrayList<>();
    private int count;
    private @Nullable Key endedBy;

    PlainEntry(EntryRules rules, EntryListener listener) {
        this.rules = rules;
        this.listener = listener;
    }

    @Override
    public EncryptingPad.Mode mode() {
        return EncryptingPad.Mode.PLAIN;
    }

    @Override
    public Step press(Key key) {
        boolean ends = rules.endsAt(key);
        if (!rules.takes(key) || (isFull() && !ends)) {
            return Step.IGNORED;
        }
        listener.taken(Optional.of(key));
        if (ends) {
            endedBy = key;
            return Step.ENDED;
        }
        count++;
        if (keys.size() < KEYS_KEPT_MAX) {
            keys.add(key);
        }
        return isFull() && rules.autoEnd() ? Step.ENDED : Step.TAKEN;
    }

    private boolean isFull() {
        return rules.digitsMax() > 0 && count >= rules.digitsMax();
    }

    @Override
    public void tellEnd() {
        listener.ended(Optional.ofNullable(endedBy), count, List.copyOf(keys));
    }

    @Override
    public void forget() {
        keys.clear();
    }
}
