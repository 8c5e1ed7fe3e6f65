package dev.kioskguard.sim.pad;

import dev.kioskguard.device.Key;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An entry whose digits go into the safe; XFS4IoT {@code Keyboard.PinEntry}. */
final class PinEntry implements Entry {

    private final EntryRules rules;
    private final EntryListener listener;
    private final Consumer<byte[]> safe;
    private final byte[] digits;
    private int count;
    private @Nullable Key endedBy;

    /**
     * An entry that has not begun.
     *
     * @param safe is given the digits once, at the end, unless the entry was given up with cancel
     */
    PinEntry(EntryRules rules, EntryListener listener, Consumer<byte[]> safe) {
        this.rules = rules;
        this.listener = listener;
        this.safe = safe;
        int digitsMax = rules.digitsMax() == 0 ? PinBlocks.DIGITS_MAX : rules.digitsMax();
        this.digits = new byte[Math.min(digitsMax, PinBlocks.DIGITS_MAX)];
    }

    @Override
    public EncryptingPad.Mode mode() {
        return EncryptingPad.Mode.PIN;
    }

    @Override
    public Step press(Key key) {
        if (!rules.takes(key)) {
            return Step.IGNORED;
        }
        return key.digit().isPresent() ? digit(key) : function(key);
    }

    private Step digit(Key key) {
        if (count == digits.length) {
            return Step.IGNORED;
        }
        digits[count++] = (byte) Character.digit(key.word().charAt(0), 10);
        listener.taken(Optional.empty());
        boolean ends = rules.endsAt(key) || (rules.autoEnd() && count == digits.length);
        return ends ? Step.ENDED : Step.TAKEN;
    }

    private Step function(Key key) {
        boolean tooFew = key == Key.ENTER && count < rules.digitsMin();
        if (tooFew) {
            return Step.IGNORED;
        }
        if (key == Key.CLEAR) {
            forget();
        }
        listener.taken(Optional.of(key));
        if (!rules.endsAt(key)) {
            return Step.TAKEN;
        }
        endedBy = key;
        return Step.ENDED;
    }

    @Override
    public void tellEnd() {
        int keyed = count;
        if (endedBy != Key.CANCEL) {
            safe.accept(Arrays.copyOf(digits, keyed));
        }
        forget();
        listener.ended(Optional.ofNullable(endedBy), keyed, List.of());
    }

    @Override
    public void forget() {
        Arrays.fill(digits, (byte) 0);
        count = 0;
    }
}
