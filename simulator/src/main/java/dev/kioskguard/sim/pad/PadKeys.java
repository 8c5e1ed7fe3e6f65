package dev.kioskguard.sim.pad;

import dev.kioskguard.adapter.xfs4iot.service.device.CommandRefusal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the pad. A key goes in and is used; it never comes out, only its check value does.
 *
 * <p>Not thread-safe: the pad that owns it is.
 */
final class PadKeys {

    /** How many keys the pad has room for. */
    static final int KEYS_MAX = 100;

    private static final int NAME_CHARS_MAX = 64;

    private static final class Held {

        private final EncryptingPad.KeyUse what;
        private final byte[] value;

        private Held(EncryptingPad.KeyUse what, byte[] value) {
            this.what = what;
            this.value = value;
        }
    }

    private final Map<String, Held> keys = new LinkedHashMap<>();

    /** What a key is for, by its name, in the order in which they were put in. */
    Map<String, EncryptingPad.KeyUse> details() {
        Map<String, EncryptingPad.KeyUse> details = new LinkedHashMap<>();
        keys.forEach((name, held) -> details.put(name, held.what));
        return details;
    }

    /**
     * Puts a key in, over an older one of that name, and returns its check value.
     *
     * @param wrapping the name of the key under which the value is enciphered (ECB), or null for a clear value
     * @throws CommandRefusal when the value, its attributes or the wrapping key will not do
     */
    byte[] put(String name, String usage, BlockCipher cipher, String mode, byte[] value, @Nullable String wrapping) {
        if (name.isEmpty() || name.length() > NAME_CHARS_MAX) {
            throw new CommandRefusal("invalidValue", "a key's name has 1 to %d characters".formatted(NAME_CHARS_MAX));
        }
        if (keys.size() >= KEYS_MAX && !keys.containsKey(name)) {
            throw new CommandRefusal("noKeyRam", "the pad holds %d keys already".formatted(KEYS_MAX));
        }
        byte[] clear = wrapping == null ? value.clone() : unwrapped(wrapping, value);
        if (!cipher.takesKeyOf(clear.length)) {
            throw new CommandRefusal("invalidKeyLength", "%s has no key of %d bytes".formatted(cipher, clear.length));
        }
        keys.put(name, new Held(new EncryptingPad.KeyUse(usage, cipher, mode, 8 * clear.length), clear));
        return cipher.checkValue(clear);
    }

    private byte[] unwrapped(String wrapping, byte[] value) {
        Held key = held(wrapping);
        if (!key.what.usage().startsWith("K") || key.what.mode().equals("E")) {
            throw new CommandRefusal("useViolation", "that key is not for deciphering keys");
        }
        if (value.length == 0 || value.length % key.what.cipher().blockBytes() != 0) {
            throw new CommandRefusal("invalidKeyLength", "the enciphered key is no whole number of blocks");
        }
        return key.what.cipher().decipher(key.value, value);
    }

    void delete(String name) {
        Arrays.fill(held(name).value, (byte) 0);
        keys.remove(name);
    }

    void wipe() {
        keys.values().forEach(held -> Arrays.fill(held.value, (byte) 0));
        keys.clear();
    }

    /**
     * Returns the value of a key that enciphers PINs. Stays inside the pad.
     *
     * @throws CommandRefusal when there is no such key, or it is for something else
     */
    byte[] forPins(String name, BlockCipher cipher) {
        Held key = held(name);
        if (!key.what.usage().equals("P0") || key.what.mode().equals("D")) {
            throw new CommandRefusal("useViolation", "that key is not for enciphering PINs");
        }
        if (key.what.cipher() != cipher) {
            throw new CommandRefusal("algorithmNotSupported", "that format needs a key for " + cipher);
        }
        return key.value;
    }

    private Held held(String name) {
        Held key = keys.get(name);
        if (key == null) {
            throw new CommandRefusal("keyNotFound", "the pad holds no key of that name");
        }
        return key;
    }
}
