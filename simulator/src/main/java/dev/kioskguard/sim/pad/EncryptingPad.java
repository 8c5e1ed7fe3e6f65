package dev.kioskguard.sim.pad;

import dev.kioskguard.adapter.xfs4iot.service.device.CommandRefusal;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A keypad with a safe behind it. Digits of a PIN go into the safe and come out only as an enciphered block, once.
 *
 * <p>Thread-safe; one entry at a time.
 */
public final class EncryptingPad {

    /** What the keypad does with a key now. */
    public enum Mode {
        /** Nobody listens: keys are lost. */
        IDLE,
        /** Keys are reported as they are. */
        PLAIN,
        /** Digits go into the safe. */
        PIN
    }

    /**
     * What a key may be used for, as a key block says it (ANSI X9.143).
     *
     * @param usage such as {@code K0} for keys and {@code P0} for PINs
     * @param cipher the only cipher that may use it
     * @param mode {@code E} encipher, {@code D} decipher, {@code B} both
     * @param lengthBits how long the key is; not looked at when a key is put in
     */
    public record KeyUse(String usage, BlockCipher cipher, String mode, int lengthBits) {}

    private final PadKeys keys = new PadKeys();
    private final RandomGenerator chance;
    private volatile Runnable modeListener = () -> {};
    private volatile @Nullable Entry entry;
    private byte[] pin = new byte[0];

    public EncryptingPad(RandomGenerator chance) {
        this.chance = chance;
    }

    /** Returns the mode now, without waiting. */
    public Mode mode() {
        Entry now = entry;
        return now == null ? Mode.IDLE : now.mode();
    }

    /** Registers the one listener for changes of {@link #mode()}. Called while the pad is held. */
    public void onMode(Runnable listener) {
        modeListener = listener;
    }

    /**
     * Takes a PIN into the safe from here on; an older one is forgotten.
     *
     * @throws IllegalStateException while another entry is under way
     */
    public synchronized void enterPin(EntryRules rules, EntryListener listener) {
        requireNoEntry();
        forgetPin();
        entry = new PinEntry(rules, listener, digits -> pin = digits);
        listener.begun();
        modeListener.run();
    }

    /**
     * Reports keys as they are from here on.
     *
     * @throws IllegalStateException while another entry is under way
     */
    public synchronized void enterPlain(EntryRules rules, EntryListener listener) {
        requireNoEntry();
        entry = new PlainEntry(rules, listener);
        listener.begun();
        modeListener.run();
    }

    private void requireNoEntry() {
        if (entry != null) {
            throw new IllegalStateException("an entry is under way");
        }
    }

    /** Ends the entry without a word to its listener. Harmless when there is none. */
    public synchronized void abandon() {
        Entry ended = entry;
        entry = null;
        if (ended != null) {
            ended.forget();
            modeListener.run();
        }
    }

    /** Presses a key; returns whether anybody took it. */
    public synchronized boolean press(Key key) {
        Entry now = entry;
        if (now == null) {
            return false;
        }
        Entry.Step step = now.press(key);
        if (step == Entry.Step.ENDED) {
            entry = null;
            modeListener.run();
            now.tellEnd();
        }
        return step != Entry.Step.IGNORED;
    }

    /**
     * Enciphers the PIN that was keyed, and forgets it.
     *
     * @param account for format 0 up to twelve digits before the check digit; for format 4 the whole card number
     * @throws CommandRefusal when there is no PIN, no such key, or the account does not fit the format
     */
    public synchronized byte[] pinBlock(PinBlock.Format format, String key, String account) {
        int digitsMax = format == PinBlock.Format.ISO_0 ? PinBlocks.ACCOUNT_DIGITS : PinBlocks.NUMBER_DIGITS_MAX;
        if (!account.matches("[0-9]{1,%d}".formatted(digitsMax))) {
            throw new CommandRefusal("formatNotSupported", "this format takes 1 to %d digits".formatted(digitsMax));
        }
        BlockCipher cipher = format == PinBlock.Format.ISO_0 ? BlockCipher.TDES : BlockCipher.AES;
        byte[] value = keys.forPins(key, cipher);
        if (pin.length == 0) {
            throw new CommandRefusal("noPin", "no PIN has been keyed");
        }
        byte[] block = format == PinBlock.Format.ISO_0
                ? PinBlocks.format0(value, pin, account)
                : PinBlocks.format4(value, pin, account, chance);
        forgetPin();
        return block;
    }

    /** Forgets the PIN, if there is one. */
    public synchronized void forgetPin() {
        Arrays.fill(pin, (byte) 0);
        pin = new byte[0];
    }

    /** Forgets everything: keys, PIN and the entry under way. */
    public synchronized void initialize() {
        abandon();
        forgetPin();
        keys.wipe();
    }

    /**
     * Puts a key in and returns its check value.
     *
     * @param wrapping the key under which the value is enciphered, or empty for a clear value
     * @throws CommandRefusal when it will not do
     */
    public synchronized byte[] importKey(String name, KeyUse what, byte[] value, Optional<String> wrapping) {
        return keys.put(name, what.usage(), what.cipher(), what.mode(), value, wrapping.orElse(null));
    }

    /**
     * Takes a key out for good.
     *
     * @throws CommandRefusal when there is none of that name
     */
    public synchronized void deleteKey(String name) {
        keys.delete(name);
    }

    /** Returns what each key is for, by its name. */
    public synchronized Map<String, KeyUse> keys() {
        return keys.details();
    }
}
