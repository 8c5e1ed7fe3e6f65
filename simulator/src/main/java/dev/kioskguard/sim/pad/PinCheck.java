package dev.kioskguard.sim.pad;

import dev.kioskguard.device.PinBlock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/** The issuer's side of the PIN: it knows the PIN of each card and the keys of the terminal. */
public final class PinCheck {

    private final DemoKeys keys;
    private final Map<String, String> pinByNumber;

    /**
     * An issuer of some cards.
     *
     * @param pinByNumber the PIN of each card number
     */
    public PinCheck(DemoKeys keys, Map<String, String> pinByNumber) {
        this.keys = keys;
        this.pinByNumber = Map.copyOf(pinByNumber);
    }

    /** Returns whether the block holds the PIN of that card. A block that cannot be read holds no PIN. */
    public boolean isRight(PinBlock block, String cardNumber) {
        byte[] bytes = HexFormat.of().parseHex(block.hex());
        byte[] keyed = block.format() == PinBlock.Format.ISO_0
                ? PinBlocks.open0(keys.key(DemoKeys.PIN_KEY_TDES), bytes, accountOf(cardNumber))
                : PinBlocks.open4(keys.key(DemoKeys.PIN_KEY_AES), bytes, cardNumber);
        return keyed.length > 0 && Arrays.equals(keyed, digits(pinByNumber.getOrDefault(cardNumber, "")));
    }

    /** Returns what format 0 takes of a card number: up to twelve digits, without the check digit. */
    public static String accountOf(String cardNumber) {
        String unchecked = cardNumber.substring(0, cardNumber.length() - 1);
        return unchecked.substring(Math.max(0, unchecked.length() - PinBlocks.ACCOUNT_DIGITS));
    }

    private static byte[] digits(String text) {
        byte[] digits = new byte[text.length()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) Character.digit(text.charAt(i), 10);
        }
        return digits;
    }
}
