package dev.kioskguard.sim.pad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.adapter.xfs4iot.service.device.CommandRefusal;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EncryptingPadTest {

    private static final String NUMBER = "6222020000000000018";
    private static final EntryRules PIN_RULES = new EntryRules(4, 6, false, pinKeys());

    private final EncryptingPad pad = new EncryptingPad(new Random(1));
    private final DemoKeys demoKeys = new DemoKeys("KG-0001");
    private final Log log = new Log();

    EncryptingPadTest() {
        demoKeys.loadInto(pad);
    }

    @Test
    void theIssuerFindsThePinInBothFormats() {
        PinCheck issuer = new PinCheck(demoKeys, Map.of(NUMBER, "1234"));
        keyPin("1234");
        byte[] zero = pad.pinBlock(PinBlock.Format.ISO_0, DemoKeys.PIN_KEY_TDES, PinCheck.accountOf(NUMBER));
        keyPin("1234");
        byte[] four = pad.pinBlock(PinBlock.Format.ISO_4, DemoKeys.PIN_KEY_AES, NUMBER);
        keyPin("4321");
        byte[] wrong = pad.pinBlock(PinBlock.Format.ISO_4, DemoKeys.PIN_KEY_AES, NUMBER);
        assertThat(issuer.isRight(block(PinBlock.Format.ISO_0, zero), NUMBER)).isTrue();
        assertThat(issuer.isRight(block(PinBlock.Format.ISO_4, four), NUMBER)).isTrue();
        assertThat(issuer.isRight(block(PinBlock.Format.ISO_4, wrong), NUMBER)).isFalse();
        assertThat(issuer.isRight(block(PinBlock.Format.ISO_4, four), "6222020000000000026"))
                .isFalse();
    }

    @Test
    void theDigitsOfAPinAreCountedAndNotSaid() {
        keyPin("123456");
        assertThat(log.taken).hasSize(7);
        assertThat(log.taken.subList(0, 6)).allMatch(Optional::isEmpty);
        assertThat(log.taken.get(6)).contains(Key.ENTER);
        assertThat(log.ends).containsExactly("ENTER 6 []");
    }

    @Test
    void aPinIsEncipheredOnce() {
        keyPin("1234");
        pad.pinBlock(PinBlock.Format.ISO_4, DemoKeys.PIN_KEY_AES, NUMBER);
        assertRefused("noPin", () -> pad.pinBlock(PinBlock.Format.ISO_4, DemoKeys.PIN_KEY_AES, NUMBER));
    }

    @Test
    void enterWaitsForEnoughDigitsAndClearStartsAgain() {
        pad.enterPin(PIN_RULES, log);
        press("12");
        assertThat(pad.press(Key.ENTER)).isFalse();
        assertThat(pad.press(Key.CLEAR)).isTrue();
        press("9999");
        assertThat(pad.press(Key.ENTER)).isTrue();
        assertThat(log.ends).containsExactly("ENTER 4 []");
        assertThat(pad.mode()).isEqualTo(EncryptingPad.Mode.IDLE);
    }

    @Test
    void aCancelledPinIsForgotten() {
        pad.enterPin(PIN_RULES, log);
        press("1234");
        assertThat(pad.press(Key.CANCEL)).isTrue();
        assertRefused("noPin", () -> pad.pinBlock(PinBlock.Format.ISO_4, DemoKeys.PIN_KEY_AES, NUMBER));
    }

    @Test
    void moreDigitsThanAskedForAreIgnored() {
        pad.enterPin(PIN_RULES, log);
        press("123456");
        assertThat(pad.press(Key.SEVEN)).isFalse();
    }

    @Test
    void aPlainEntryReportsItsKeysAndEndsByItselfWhereAsked() {
        pad.enterPlain(new EntryRules(0, 2, true, Map.of(Key.ONE, false, Key.TWO, false)), log);
        assertThat(pad.press(Key.THREE)).isFalse();
        press("12");
        assertThat(log.ends).containsExactly("- 2 [ONE, TWO]");
        assertThat(pad.press(Key.ONE)).isFalse();
    }

    @Test
    void keysAreOnlyUsedForWhatTheyAreFor() {
        keyPin("1234");
        String account = PinCheck.accountOf(NUMBER);
        assertRefused("keyNotFound", () -> pad.pinBlock(PinBlock.Format.ISO_0, "NONE", account));
        assertRefused("useViolation", () -> pad.pinBlock(PinBlock.Format.ISO_0, DemoKeys.MASTER_KEY, account));
        assertRefused(
                "algorithmNotSupported", () -> pad.pinBlock(PinBlock.Format.ISO_0, DemoKeys.PIN_KEY_AES, account));
        assertRefused("formatNotSupported", () -> pad.pinBlock(PinBlock.Format.ISO_0, DemoKeys.PIN_KEY_TDES, NUMBER));
        EncryptingPad.KeyUse pinUse = new EncryptingPad.KeyUse("P0", BlockCipher.TDES, "E", 0);
        assertRefused(
                "useViolation", () -> pad.importKey("NEW", pinUse, new byte[16], Optional.of(DemoKeys.PIN_KEY_TDES)));
        assertRefused("invalidKeyLength", () -> pad.importKey("NEW", pinUse, new byte[8], Optional.empty()));
    }

    @Test
    void initializationForgetsKeysAndPin() {
        keyPin("1234");
        pad.initialize();
        assertThat(pad.keys()).isEmpty();
        demoKeys.loadInto(pad);
        assertThat(pad.keys()).hasSize(3);
        assertRefused("noPin", () -> pad.pinBlock(PinBlock.Format.ISO_4, DemoKeys.PIN_KEY_AES, NUMBER));
    }

    @Test
    void anotherTerminalHasOtherKeys() {
        assertThat(new DemoKeys("KG-0002").key(DemoKeys.PIN_KEY_AES)).isNotEqualTo(demoKeys.key(DemoKeys.PIN_KEY_AES));
        assertThat(demoKeys.key(DemoKeys.PIN_KEY_AES)).isNotEqualTo(demoKeys.key(DemoKeys.PIN_KEY_TDES));
    }

    private void keyPin(String digits) {
        pad.enterPin(PIN_RULES, log);
        press(digits);
        assertThat(pad.press(Key.ENTER)).isTrue();
    }

    private void press(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            assertThat(pad.press(Key.of(digits.substring(i, i + 1)).orElseThrow()))
                    .isTrue();
        }
    }

    private static void assertRefused(String errorCode, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        CommandRefusal.class,
                        refusal -> assertThat(refusal.errorCode()).isEqualTo(errorCode));
    }

    private static PinBlock block(PinBlock.Format format, byte[] bytes) {
        return new PinBlock(format, HexFormat.of().formatHex(bytes));
    }

    private static Map<Key, Boolean> pinKeys() {
        Map<Key, Boolean> keys = new EnumMap<>(Key.class);
        for (String word : List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "clear")) {
            keys.put(Key.of(word).orElseThrow(), false);
        }
        keys.put(Key.ENTER, true);
        keys.put(Key.CANCEL, true);
        return keys;
    }

    private static final class Log implements EntryListener {

        private final List<Optional<Key>> taken = new ArrayList<>();
        private final List<String> ends = new ArrayList<>();

        @Override
        public void begun() {}

        @Override
        public void taken(Optional<Key> key) {
            taken.add(key);
        }

        @Override
        public void ended(Optional<Key> by, int count, List<Key> keys) {
            ends.add("%s %d %s".formatted(by.map(Key::name).orElse("-"), count, keys));
        }
    }
}
