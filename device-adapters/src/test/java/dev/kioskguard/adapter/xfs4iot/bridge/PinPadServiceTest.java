package dev.kioskguard.adapter.xfs4iot.bridge;

import static dev.kioskguard.adapter.xfs4iot.service.WireClient.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad.PinStroke;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PinPadServiceTest extends BridgeOnTheWire {

    private static final String PIN_ENTRY = "Keyboard.PinEntry";
    private static final String DATA_ENTRY = "Keyboard.DataEntry";
    private static final String GET_BLOCK = "PinPad.GetPinBlock";
    private static final String KEY_EVENT = "Keyboard.KeyEvent";

    PinPadServiceTest() {
        super("PinPad");
    }

    private static String entry(int min, int max, boolean autoEnd, String... ends) {
        String keys = Stream.of(
                        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "enter",
                        "cancel", "clear")
                .map(key -> "\"%s\":{\"terminate\":%b}"
                        .formatted(key, Stream.of(ends).anyMatch(key::equals)))
                .collect(Collectors.joining(","));
        return "{\"minLen\":%d,\"maxLen\":%d,\"autoEnd\":%b,\"activeKeys\":{%s}}".formatted(min, max, autoEnd, keys);
    }

    private static String dataEntry(int max, boolean autoEnd, String... ends) {
        return entry(0, max, autoEnd, ends).replace("\"minLen\":0,", "");
    }

    @Test
    void ofADigitOnlyThatOneWasPressedGoesOverTheWire() {
        int entry = client.send(PIN_ENTRY, entry(4, 6, false, "enter", "cancel"), 0);
        HandDevice.Asked<Integer> asked = asked(pad, 1);
        assertThat(asked.what()).isEqualTo("pin of 4 to 6");

        pad.stroke.accept(PinStroke.DIGIT);
        pad.stroke.accept(PinStroke.CLEAR);
        asked.end().complete(4);

        client.event("Keyboard.EnterDataEvent");
        assertThat(client.event(KEY_EVENT).has("payload")).isFalse();
        assertThat(client.event(KEY_EVENT).at("/payload/digit").asString()).isEqualTo("clear");
        JsonNode end = client.completion(entry);
        assertThat(end.at("/payload/digits").asInt()).isEqualTo(4);
        assertThat(end.at("/payload/completion").asString()).isEqualTo("enter");
    }

    @Test
    void aCustomerWhoCancelsHasEndedTheEntry() {
        int entry = client.send(PIN_ENTRY, entry(4, 6, false, "enter", "cancel"), 0);
        HandDevice.Asked<Integer> asked = asked(pad, 1);

        pad.stroke.accept(PinStroke.DIGIT);
        pad.stroke.accept(PinStroke.CANCEL);
        asked.end().completeExceptionally(new DeviceException(Fault.CANCELED, "enter PIN", "cancel"));

        JsonNode end = client.completion(entry);
        assertThat(end.at("/payload/completion").asString()).isEqualTo("cancel");
        assertThat(end.at("/payload/digits").asInt()).isEqualTo(1);
    }

    @Test
    void anEntryThatNobodyCancelledButThePadIsCanceled() {
        int entry = client.send(PIN_ENTRY, entry(4, 6, false, "enter", "cancel"), 0);
        asked(pad, 1).end().completeExceptionally(new DeviceException(Fault.CANCELED, "enter PIN", "closed"));

        assertThat(code(client.completion(entry))).isEqualTo("canceled");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 3, false, minimumLength",
        "4, 13, false, minimumLength",
        "5, 4, false, minimumLength",
    })
    void whatIsNoPinIsRefused(int min, int max, boolean autoEnd, String errorCode) {
        JsonNode refused = client.call(PIN_ENTRY, entry(min, max, autoEnd, "enter"));

        assertThat(refused.at("/payload/errorCode").asString()).isEqualTo(errorCode);
        assertThat(pad.asked).isEmpty();
    }

    @Test
    void anEntryThatThePortDoesNotKnowIsUnsupported() {
        assertThat(code(client.call(PIN_ENTRY, entry(4, 6, true, "enter")))).isEqualTo("unsupportedData");
        assertThat(code(client.call(PIN_ENTRY, entry(4, 6, false, "cancel")))).isEqualTo("unsupportedData");
    }

    @Test
    void plainKeysAreToldAsTheyComeUntilOneEndsTheEntry() {
        int entry = client.send(DATA_ENTRY, dataEntry(0, false, "enter"), 0);
        client.event("Keyboard.EnterDataEvent");
        await().until(() -> pad.listened.contains(Key.SEVEN));

        pad.pressed.accept(Key.SEVEN);
        pad.pressed.accept(Key.ENTER);
        pad.pressed.accept(Key.EIGHT);

        assertThat(client.event(KEY_EVENT).at("/payload/digit").asString()).isEqualTo("seven");
        JsonNode end = client.completion(entry);
        assertThat(end.at("/payload/keys").asInt()).isEqualTo(1);
        assertThat(end.at("/payload/pinKeys/0/digit").asString()).isEqualTo("seven");
        assertThat(end.at("/payload/completion").asString()).isEqualTo("enter");
        assertThat(pad.listened).isEmpty();
        assertThat(client.frames()).noneMatch(frame -> frame.contains("eight"));
    }

    @Test
    void anEntryThatIsFullEndsByItself() {
        int entry = client.send(DATA_ENTRY, dataEntry(2, true, "enter"), 0);
        await().until(() -> pad.listened.contains(Key.ONE));

        pad.pressed.accept(Key.ONE);
        pad.pressed.accept(Key.TWO);

        assertThat(client.completion(entry).at("/payload/completion").asString())
                .isEqualTo("auto");
    }

    @Test
    void aPinEntryBeginsAsSoonAsThePlainKeysAreCancelled() {
        int keys = client.send(DATA_ENTRY, dataEntry(0, false), 0);
        await().until(() -> pad.listened.contains(Key.ONE));
        client.send(PIN_ENTRY, entry(4, 6, false, "enter", "cancel"), 0);

        client.send("Common.Cancel", "{\"requestIds\":[%d]}".formatted(keys), 0);

        assertThat(code(client.completion(keys))).isEqualTo("canceled");
        asked(pad, 1);
        assertThat(pad.listened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "iso0, 234567890123, ISO_0 under KEY of 2345678901230, 1122334455667788",
        "ansi, 234567890123, ISO_0 under KEY of 2345678901230, 1122334455667788",
        "iso4, 6212345678901234567, ISO_4 under KEY of 6212345678901234567, 00112233445566778899aabbccddeeff",
    })
    void aBlockIsMadeForTheAccountOfTheCommand(String format, String customer, String asked, String hex) {
        int making = client.send(GET_BLOCK, block(format, customer), 0);
        HandDevice.Asked<PinBlock> block = asked(pad, 1);
        assertThat(block.what()).isEqualTo(asked);

        block.end().complete(new PinBlock(PinBlock.Format.valueOf(asked.substring(0, 5)), hex));

        assertThat(client.completion(making).at("/payload/pinBlock").asString()).isNotEmpty();
        assertThat(client.frames()).noneMatch(frame -> frame.contains(customer));
    }

    private static String block(String format, String customer) {
        return "{\"key\":\"KEY\",\"cryptoMethod\":\"ecb\",\"format\":\"%s\",\"customerData\":\"%s\"}"
                .formatted(format, customer);
    }

    @Test
    void anAccountThatIsNotAsTheFormatHasItIsInvalid() {
        assertThat(code(client.call(GET_BLOCK, block("iso0", "6212345678901234567"))))
                .isEqualTo("invalidData");
        assertThat(pad.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NO_PIN, noPin", "KEY_MISSING, keyNotFound"})
    void aBlockThatCannotBeMadeSaysWhy(Fault fault, String errorCode) {
        int making = client.send(GET_BLOCK, block("iso4", "6212345678901234567"), 0);
        asked(pad, 1).end().completeExceptionally(new DeviceException(fault, "make PIN block", "so"));

        assertThat(client.completion(making).at("/payload/errorCode").asString())
                .isEqualTo(errorCode);
    }
}
