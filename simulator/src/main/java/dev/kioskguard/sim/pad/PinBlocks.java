package dev.kioskguard.sim.pad;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** PIN blocks of ISO 9564-1: format 0 under TDES, format 4 under AES. Digits are values 0 to 9, not characters. */
final class PinBlocks {

    /** How many digits a PIN may have (ISO 9564-1). */
    static final int DIGITS_MIN = 4;

    static final int DIGITS_MAX = 12;

    /** Format 0 binds the block to the last twelve digits of the card number before its check digit. */
    static final int ACCOUNT_DIGITS = 12;

    static final int NUMBER_DIGITS_MAX = 19;

    private static final int FORMAT_0_BYTES = 8;
    private static final int FORMAT_4_BYTES = 16;
    private static final int FILL_0 = 0xF;
    private static final int FILL_4 = 0xA;

    private PinBlocks() {}

    /**
     * Returns an enciphered block in format 0.
     *
     * @param account up to twelve digits, those of the card number before its check digit
     */
    static byte[] format0(byte[] key, byte[] pin, String account) {
        byte[] block = pinField(0, FILL_0, pin, FORMAT_0_BYTES);
        xorInto(block, accountField(account));
        return BlockCipher.TDES.encipher(key, block);
    }

    /** Returns an enciphered block in format 4, bound to the whole card number and never the same twice. */
    static byte[] format4(byte[] key, byte[] pin, String number, RandomGenerator chance) {
        byte[] filler = new byte[FORMAT_4_BYTES / 2];
        chance.nextBytes(filler);
        byte[] block = Arrays.copyOf(pinField(4, FILL_4, pin, FORMAT_4_BYTES / 2), FORMAT_4_BYTES);
        System.arraycopy(filler, 0, block, FORMAT_4_BYTES / 2, filler.length);
        byte[] bound = BlockCipher.AES.encipher(key, block);
        xorInto(bound, numberField(number));
        return BlockCipher.AES.encipher(key, bound);
    }

    /** Returns the digits that a block in format 0 holds, or none when it is not well formed for that account. */
    static byte[] open0(byte[] key, byte[] block, String account) {
        byte[] field = BlockCipher.TDES.decipher(key, block);
        xorInto(field, accountField(account));
        return digits(0, FILL_0, field);
    }

    /** Returns the digits that a block in format 4 holds, or none when it is not well formed for that number. */
    static byte[] open4(byte[] key, byte[] block, String number) {
        byte[] bound = BlockCipher.AES.decipher(key, block);
        xorInto(bound, numberField(number));
        byte[] field = BlockCipher.AES.decipher(key, bound);
        return digits(4, FILL_4, Arrays.copyOf(field, FORMAT_4_BYTES / 2));
    }

    private static byte[] pinField(int control, int fill, byte[] pin, int bytes) {
        byte[] nibbles = new byte[2 * bytes];
        Arrays.fill(nibbles, (byte) fill);
        nibbles[0] = (byte) control;
        nibbles[1] = (byte) pin.length;
        System.arraycopy(pin, 0, nibbles, 2, pin.length);
        return packed(nibbles);
    }

    private static byte[] accountField(String account) {
        return HexFormat.of().parseHex("0".repeat(2 * FORMAT_0_BYTES - account.length()) + account);
    }

    private static byte[] numberField(String number) {
        String padded = "0".repeat(Math.max(0, ACCOUNT_DIGITS - number.length())) + number;
        int beyond = padded.length() - ACCOUNT_DIGITS;
        String nibbles = Integer.toHexString(beyond) + padded;
        return HexFormat.of().parseHex(nibbles + "0".repeat(2 * FORMAT_4_BYTES - nibbles.length()));
    }

    private static byte[] digits(int control, int fill, byte[] field) {
        byte[] nibbles = unpacked(field);
        OptionalInt length = lengthOf(control, nibbles);
        if (length.isEmpty()) {
            return new byte[0];
        }
        byte[] pin = Arrays.copyOfRange(nibbles, 2, 2 + length.getAsInt());
        for (byte digit : pin) {
            if (digit > 9) {
                return new byte[0];
            }
        }
        for (int i = 2 + pin.length; i < nibbles.length; i++) {
            if (nibbles[i] != fill) {
                return new byte[0];
            }
        }
        return pin;
    }

    private static OptionalInt lengthOf(int control, byte[] nibbles) {
        boolean wellFormed = nibbles[0] == control && nibbles[1] >= DIGITS_MIN && nibbles[1] <= DIGITS_MAX;
        return wellFormed ? OptionalInt.of(nibbles[1]) : OptionalInt.empty();
    }

    private static byte[] packed(byte[] nibbles) {
        byte[] bytes = new byte[nibbles.length / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (nibbles[2 * i] << 4 | nibbles[2 * i + 1]);
        }
        return bytes;
    }

    private static byte[] unpacked(byte[] bytes) {
        byte[] nibbles = new byte[2 * bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            nibbles[2 * i] = (byte) (bytes[i] >> 4 & 0xF);
            nibbles[2 * i + 1] = (byte) (bytes[i] & 0xF);
        }
        return nibbles;
    }

    private static void xorInto(byte[] into, byte[] other) {
        for (int i = 0; i < into.length; i++) {
            into[i] ^= other[i];
        }
    }
}
