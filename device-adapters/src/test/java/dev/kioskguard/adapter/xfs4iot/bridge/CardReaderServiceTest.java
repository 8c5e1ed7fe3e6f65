package dev.kioskguard.adapter.xfs4iot.bridge;

import static dev.kioskguard.adapter.xfs4iot.service.WireClient.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.service.WireClient;
import dev.kioskguard.device.CardData;
import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CardReaderServiceTest extends BridgeOnTheWire {

    private static final String READ = "CardReader.ReadRawData";
    private static final String TRACK_2 = "{\"track2\":true}";

    CardReaderServiceTest() {
        super("CardReader");
    }

    @Test
    void aClientThatCancelsCancelsTheReaderAndTheNextOneWaitsUntilItLetsGo() {
        int first = client.send(READ, TRACK_2, 0);
        HandDevice.Asked<CardData> accepting = asked(reader, 1);
        int second = client.send(READ, TRACK_2, 0);

        client.send("Common.Cancel", "{\"requestIds\":[%d]}".formatted(first), 0);

        assertThat(code(client.completion(first))).isEqualTo("canceled");
        assertThat(reader.cancelled).hasValue(1);
        client.call("Common.Status", "{}"); // whatever the second one would have begun, it has begun
        assertThat(reader.asked).hasSize(1);
        accepting.end().completeExceptionally(new DeviceException(Fault.CANCELED, "read card", "given up"));
        HandDevice.Asked<CardData> again = asked(reader, 2);
        again.end().complete(new CardData("6217000000000000=2912"));
        assertThat(client.completion(second).at("/payload/track2/data").asString())
                .isNotEmpty();
    }

    @Test
    void aClientThatIsCutOffHoldsNoReader() {
        client.send(READ, TRACK_2, 0);
        asked(reader, 1);

        client.vanish();

        await().until(() -> reader.cancelled.get() == 1);
    }

    @Test
    void theTimeOfACommandIsTheReadersTime() {
        client.send(READ, TRACK_2, 1234);
        HandDevice.Asked<CardData> accepting = asked(reader, 1);
        assertThat(accepting.timeout()).isEqualTo(Duration.ofMillis(1234));

        alarms.advance(Duration.ofMillis(1234));

        assertThat(code(client.await(frame -> WireClient.type(frame).equals("completion"))))
                .isEqualTo("timeOut");
        assertThat(reader.cancelled).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "MEDIA_JAMMED, commandErrorCode, mediaJam",
        "NO_MEDIA, commandErrorCode, noMedia",
        "INVALID_MEDIA, commandErrorCode, invalidMedia",
        "TIMEOUT, timeOut,",
        "CANCELED, canceled,",
        "BUSY, deviceNotReady,",
        "UNSUPPORTED, unsupportedData,",
        "NO_PIN, hardwareError,",
        "KEY_MISSING, hardwareError,",
        "CONNECTION_LOST, hardwareError,",
        "OTHER, hardwareError,",
    })
    void aFaultIsSaidInTheStandardsWordAndTheDriversOwnAreKept(Fault fault, String code, String errorCode) {
        int read = client.send(READ, TRACK_2, 0);
        asked(reader, 1).end().completeExceptionally(new DeviceException(fault, "read card", "vendor code 4711"));

        JsonNode completion = client.completion(read);

        assertThat(code(completion)).isEqualTo(code);
        assertThat(completion.at("/payload/errorCode").asString(null)).isEqualTo(errorCode);
        assertThat(completion.at("/header/errorDescription").asString("")).contains("vendor code 4711");
    }

    @Test
    void anErrorOfTheDriverItselfEndsTheCommandAndNoMore() {
        int read = client.send(READ, TRACK_2, 0);
        asked(reader, 1).end().completeExceptionally(new IllegalStateException("a slip"));

        assertThat(code(client.completion(read))).isEqualTo("internalError");
        client.send(READ, TRACK_2, 0);
        asked(reader, 2);
    }

    @Test
    void whyAReaderIsOfflineIsToldAtOnceAndToWhoeverComesLater() {
        reader.found(new DeviceStatus(DeviceStatus.State.HARDWARE_ERROR, "WFS_ERR_HARDWARE_ERROR -14"));

        assertThat(client.event("Common.ErrorEvent")
                        .at("/payload/vendorDescription")
                        .asString())
                .contains("-14");
        assertThat(client.event("Common.StatusChangedEvent")
                        .at("/payload/common/device")
                        .asString())
                .isEqualTo("hardwareError");
        try (WireClient late = WireClient.connect(host.service("CardReader"))) {
            int status = late.send("Common.Status", "{}", 0);
            assertThat(late.event("Common.ErrorEvent")
                            .at("/payload/vendorDescription")
                            .asString())
                    .contains("-14");
            assertThat(late.completion(status).at("/payload/common/device").asString())
                    .isEqualTo("hardwareError");
        }
    }

    @Test
    void aCardThatIsTakenIsToldAsRemovedAndOneThatIsRetainedIsNot() {
        reader.place.set(CardPlace.INSIDE);
        int retaining = client.send("CardReader.Move", "{\"from\":\"transport\",\"to\":\"unitBIN1\"}", 0);
        HandDevice.Asked<Void> retain = asked(reader, 1);
        reader.place.set(CardPlace.AT_EXIT);
        reader.place.set(CardPlace.NONE);
        retain.end().complete(null);
        client.completion(retaining);
        JsonNode storage = client.call("Storage.GetStorage", "{}");
        assertThat(storage.at("/payload/storage/unitBIN1/card/status/retainCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.frames()).noneMatch(frame -> frame.contains("MediaRemovedEvent"));

        reader.place.set(CardPlace.AT_EXIT);
        reader.place.set(CardPlace.NONE);

        client.event("CardReader.MediaRemovedEvent");
    }

    @Test
    void aCardThatIsNotWhereItIsToBeMovedFromStaysThere() {
        reader.place.set(CardPlace.AT_EXIT);

        JsonNode refused = client.call("CardReader.Move", "{\"from\":\"transport\",\"to\":\"exit\"}");

        assertThat(refused.at("/payload/errorCode").asString()).isEqualTo("noMedia");
        assertThat(code(client.call("CardReader.Move", "{\"from\":\"exit\",\"to\":\"unitOTHER\"}")))
                .isEqualTo("unsupportedData");
        assertThat(reader.asked).isEmpty();
    }

    @Test
    void aChipIsAskedInTheBytesOfTheCommand() {
        int exchange = client.send("CardReader.ChipIO", "{\"chipProtocol\":\"chipT0\",\"chipData\":\"AKQEAAA=\"}", 0);
        HandDevice.Asked<byte[]> chip = asked(reader, 1);
        assertThat(chip.what()).isEqualTo("chip 00a4040000");

        chip.end().complete(new byte[] {(byte) 0x90, 0});

        assertThat(client.completion(exchange).at("/payload/chipData").asString())
                .isEqualTo("kAA=");
    }

    @Test
    void aResetBringsOutWhateverCardThereIs() {
        assertThat(code(client.call("CardReader.Reset", "{}"))).isIn("", "success");
        reader.place.set(CardPlace.INSIDE);
        int reset = client.send("CardReader.Reset", "{\"to\":\"exit\"}", 0);

        HandDevice.Asked<Void> eject = asked(reader, 1);
        eject.end().complete(null);

        assertThat(eject.what()).isEqualTo("eject");
        assertThat(code(client.completion(reset))).isIn("", "success");
    }
}
