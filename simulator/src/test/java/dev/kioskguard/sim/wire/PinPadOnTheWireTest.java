package dev.kioskguard.sim.wire;

import static dev.kioskguard.adapter.xfs4iot.service.WireClient.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.sim.pad.DemoKeys;
import dev.kioskguard.sim.pad.EncryptingPad;
import dev.kioskguard.sim.pad.PinCheck;
import dev.kioskguard.sim.terminal.Card;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PinPadOnTheWireTest {

    private static final String PIN_ENTRY = "Keyboard.PinEntry";
    private static final String GET_BLOCK = "PinPad.GetPinBlock";
    private static final String NUMBER = Card.of("honest").orElseThrow().number();
    private static final List<String> DIGITS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    @RegisterExtension
    final OnTheWire wire = new OnTheWire(TerminalServices.PIN_PAD);

    @Test
    void theIssuerFindsThePinAndNoFrameEverHeldIt() {
        PinCheck issuer = new PinCheck(new DemoKeys(OnTheWire.SERIAL_NUMBER), Map.of(NUMBER, "8642"));
        keyPin("8642");
        byte[] zero = block("iso0", DemoKeys.PIN_KEY_TDES, PinCheck.accountOf(NUMBER));
        keyPin("8642");
        byte[] four = block("iso4", DemoKeys.PIN_KEY_AES, NUMBER);
        assertThat(issuer.isRight(new PinBlock(PinBlock.Format.ISO_0, hex(zero)), NUMBER))
                .isTrue();
        assertThat(issuer.isRight(new PinBlock(PinBlock.Format.ISO_4, hex(four)), NUMBER))
                .isTrue();
        assertThat(wire.client.frames())
                .hasSizeGreaterThan(10)
                .noneMatch(frame -> frame.contains("8642"))
                .noneMatch(frame -> DIGITS.stream().anyMatch(word -> frame.contains("\"" + word + "\"")));
    }

    @Test
    void aDigitOfAPinIsAnEventWithoutAPayload() {
        wire.client.send(PIN_ENTRY, pinRules(4, 6), 0);
        wire.client.event("Keyboard.EnterDataEvent");
        press("12");
        assertThat(wire.client.event("Keyboard.KeyEvent").has("payload")).isFalse();
        assertThat(wire.client.event("Keyboard.KeyEvent").has("payload")).isFalse();
        wire.terminal.press(List.of(Key.CLEAR));
        assertThat(wire.client.event("Keyboard.KeyEvent").at("/payload/digit").asString())
                .isEqualTo("clear");
        wire.terminal.press(List.of(Key.CANCEL));
        JsonNode over = wire.client.await(frame -> code(frame).equals("success"));
        assertThat(over.at("/payload/completion").asString()).isEqualTo("cancel");
        assertThat(wire.terminal.view().keypad()).isEqualTo("idle");
    }

    @Test
    void insertingSettlesWhenThePinCanBeKeyed() {
        wire.terminal.cardSlot().accept(card -> {});
        var inserted = wire.terminal.insertCard("honest").toCompletableFuture();
        assertThat(inserted).isNotDone();
        wire.client.send(PIN_ENTRY, pinRules(4, 6), 0);
        inserted.join();
        assertThat(wire.terminal.pad().mode()).isEqualTo(EncryptingPad.Mode.PIN);
    }

    @Test
    void plainKeysAreReportedAsTheyCome() {
        int entry = wire.client.send(
                "Keyboard.DataEntry",
                "{\"maxLen\":0,\"autoEnd\":false,\"activeKeys\":{\"two\":{\"terminate\":false},"
                        + "\"fdk01\":{\"terminate\":false},\"enter\":{\"terminate\":true}}}",
                0);
        wire.client.event("Keyboard.EnterDataEvent");
        wire.terminal.press(List.of(Key.TWO, Key.THREE, Key.FDK01, Key.ENTER));
        assertThat(digit(wire.client.event("Keyboard.KeyEvent"))).isEqualTo("two");
        assertThat(digit(wire.client.event("Keyboard.KeyEvent"))).isEqualTo("fdk01");
        assertThat(digit(wire.client.event("Keyboard.KeyEvent"))).isEqualTo("enter");
        JsonNode over = wire.client.completion(entry).path("payload");
        assertThat(over.path("keys").asInt()).isEqualTo(2);
        assertThat(over.path("completion").asString()).isEqualTo("enter");
        assertThat(wire.terminal.view().keysLost()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"minLen\":4,\"maxLen\":6,\"activeKeys\":{}} | noActivekeys",
                "{\"minLen\":4,\"maxLen\":6,\"activeKeys\":{\"one\":{\"terminate\":false}}} | noTerminatekeys",
                "{\"minLen\":4,\"maxLen\":6,\"activeKeys\":{\"help\":{\"terminate\":true}}} | keyNotSupported",
                "{\"minLen\":4,\"maxLen\":6,\"activeKeys\":{\"eleven\":{\"terminate\":true}}} | keyInvalid",
                "{\"minLen\":7,\"maxLen\":6,\"activeKeys\":{\"enter\":{\"terminate\":true}}} | minimumLength",
                "{\"minLen\":4,\"maxLen\":2147483647,\"activeKeys\":{\"enter\":{\"terminate\":true}}} | minimumLength",
            })
    void rulesThatCannotBeFollowedAreRefused(String payload, String errorCode) {
        JsonNode refused = wire.client.call(PIN_ENTRY, payload);
        assertThat(refused.at("/payload/errorCode").asString()).isEqualTo(errorCode);
        assertThat(wire.terminal.view().keypad()).isEqualTo("idle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso0 | NOKEY | 202000000000 | keyNotFound",
                "iso3 | PINKEY | 202000000000 | formatNotSupported",
                "iso0 | PINKEY | 202000000000 | noPin",
                "iso4 | PINKEY | 6222020000000000018 | algorithmNotSupported",
            })
    void aBlockThatCannotBeMadeIsRefused(String format, String key, String data, String errorCode) {
        JsonNode refused = wire.client.call(GET_BLOCK, blockRules(format, key, data));
        assertThat(refused.at("/payload/errorCode").asString()).isEqualTo(errorCode);
    }

    @Test
    void aCancelledEntryFreesTheKeypad() {
        int entry = wire.client.send(PIN_ENTRY, pinRules(4, 6), 0);
        wire.client.event("Keyboard.EnterDataEvent");
        press("1234");
        assertThat(code(wire.client.call("Common.Cancel", "{\"requestIds\":[%d]}".formatted(entry))))
                .isEqualTo("success");
        assertThat(code(wire.client.completion(entry))).isEqualTo("canceled");
        JsonNode refused = wire.client.call(GET_BLOCK, blockRules("iso4", DemoKeys.PIN_KEY_AES, NUMBER));
        assertThat(refused.at("/payload/errorCode").asString()).isEqualTo("noPin");
    }

    private void keyPin(String digits) {
        int entry = wire.client.send(PIN_ENTRY, pinRules(4, 6), 0);
        wire.client.event("Keyboard.EnterDataEvent");
        press(digits);
        wire.terminal.press(List.of(Key.ENTER));
        assertThat(wire.client.completion(entry).at("/payload/digits").asInt()).isEqualTo(digits.length());
    }

    private void press(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            wire.terminal.press(List.of(Key.of(digits.substring(i, i + 1)).orElseThrow()));
        }
    }

    private byte[] block(String format, String key, String data) {
        JsonNode made = wire.client.call(GET_BLOCK, blockRules(format, key, data));
        return Base64.getDecoder().decode(made.at("/payload/pinBlock").asString());
    }

    private static String blockRules(String format, String key, String data) {
        return "{\"customerData\":\"%s\",\"padding\":15,\"format\":\"%s\",\"key\":\"%s\",\"cryptoMethod\":\"ecb\"}"
                .formatted(data, format, key);
    }

    private static String pinRules(int min, int max) {
        StringBuilder keys = new StringBuilder();
        DIGITS.forEach(word -> keys.append("\"%s\":{\"terminate\":false},".formatted(word)));
        return "{\"minLen\":%d,\"maxLen\":%d,\"autoEnd\":false,\"echo\":\"*\",\"activeKeys\":{%s"
                        .formatted(min, max, keys)
                + "\"clear\":{\"terminate\":false},\"enter\":{\"terminate\":true},\"cancel\":{\"terminate\":true}}}";
    }

    private static String digit(JsonNode event) {
        return event.at("/payload/digit").asString();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
