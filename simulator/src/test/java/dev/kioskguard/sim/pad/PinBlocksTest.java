package dev.kioskguard.sim.pad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinBlocksTest {

    private static final byte[] DES_KEY = hex("0123456789ABCDEFFEDCBA9876543210");
    private static final byte[] AES_KEY = hex("00112233445566778899AABBCCDDEEFF");

    @Test
    void aFormat0BlockUnderItsKeyIsThePublishedClearField() {
        byte[] block = PinBlocks.format0(DES_KEY, new byte[] {1, 2, 3, 4}, "987654321098");
        assertThat(BlockCipher.TDES.decipher(DES_KEY, block)).isEqualTo(hex("0412AC89ABCDEF67"));
    }

    // Published vectors for AES-128; the second filler and its steps were printed by another tool.
    @ParameterizedTest
    @CsvSource({
        "1234567890123456789, FFFFFFFFFFFFFFFF, 28B41FDDD29B743E93124BD8E32D921E",
        "432198765432109870, 146C6601F4A8035C, 88E33C3ACF404F234F10F889C364E377"
    })
    void aFormat4BlockIsThePublishedOne(String number, String filler, String block) {
        byte[] made = PinBlocks.format4(AES_KEY, new byte[] {1, 2, 3, 4}, number, giving(hex(filler)));
        assertThat(HexFormat.of().withUpperCase().formatHex(made)).isEqualTo(block);
        assertThat(PinBlocks.open4(AES_KEY, hex(block), number)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void theTripleDesIsThePublishedOne() {
        // NIST SP 800-67: the first block of "The qufck brown fox jump".
        byte[] key = hex("0123456789ABCDEF23456789ABCDEF01456789ABCDEF0123");
        assertThat(BlockCipher.TDES.encipher(key, hex("5468652071756663"))).isEqualTo(hex("A826FD8CE53B855F"));
    }

    @Test
    void theCheckValueIsTheOneTheReferencePadGives() {
        assertThat(BlockCipher.TDES.checkValue(DES_KEY)).isEqualTo(hex("08D7B4"));
    }

    @Test
    void everyPinOfEveryLengthComesBackOutOfBothFormats() {
        Random chance = new Random(9564);
        int checked = 0;
        for (int length = PinBlocks.DIGITS_MIN; length <= PinBlocks.DIGITS_MAX; length++) {
            for (int round = 0; round < 20; round++, checked++) {
                byte[] pin = new byte[length];
                for (int i = 0; i < length; i++) {
                    pin[i] = (byte) chance.nextInt(10);
                }
                byte[] zero = PinBlocks.format0(DES_KEY, pin, "202000000000");
                byte[] four = PinBlocks.format4(AES_KEY, pin, "6222020000000000018", chance);
                assertThat(PinBlocks.open0(DES_KEY, zero, "202000000000")).isEqualTo(pin);
                assertThat(PinBlocks.open4(AES_KEY, four, "6222020000000000018"))
                        .isEqualTo(pin);
            }
        }
        assertThat(checked).isEqualTo(180);
    }

    @Test
    void aBlockForAnotherAccountHoldsNoSuchPin() {
        byte[] pin = {1, 2, 3, 4};
        byte[] zero = PinBlocks.format0(DES_KEY, pin, "202000000000");
        byte[] four = PinBlocks.format4(AES_KEY, pin, "6222020000000000018", new Random(1));
        assertThat(PinBlocks.open0(DES_KEY, zero, "202000000001")).isNotEqualTo(pin);
        assertThat(PinBlocks.open4(AES_KEY, four, "6222020000000000026")).isNotEqualTo(pin);
    }

    private static RandomGenerator giving(byte[] bytes) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("only bytes are wanted");
            }

            @Override
            public void nextBytes(byte[] into) {
                System.arraycopy(Arrays.copyOf(bytes, into.length), 0, into, 0, into.length);
            }
        };
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
