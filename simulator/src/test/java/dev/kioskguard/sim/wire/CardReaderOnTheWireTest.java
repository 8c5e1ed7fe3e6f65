package dev.kioskguard.sim.wire;

import static dev.kioskguard.adapter.xfs4iot.service.WireClient.code;
import static dev.kioskguard.adapter.xfs4iot.service.WireClient.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.sim.terminal.Card;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.Faults;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CardReaderOnTheWireTest {

    private static final String READ = "CardReader.ReadRawData";
    private static final String MOVE = "CardReader.Move";
    private static final String TRACK_2 = "{\"track2\":true}";
    private static final String EJECT = "{\"from\":\"transport\",\"to\":\"exit\"}";
    private static final String RETAIN = "{\"from\":\"transport\",\"to\":\"unitBIN1\"}";

    @RegisterExtension
    final OnTheWire wire = new OnTheWire(TerminalServices.CARD_READER);

    @Test
    void aCardIsReadReturnedAndTaken() {
        int reading = wire.client.send(READ, "{\"track1\":true,\"track2\":true,\"chip\":true}", 30_000);
        wire.client.event("CardReader.InsertCardEvent");
        wire.terminal.insertCard("honest");
        wire.client.event("CardReader.MediaInsertedEvent");
        JsonNode read = wire.client.completion(reading).path("payload");
        byte[] track2 = Base64.getDecoder().decode(read.at("/track2/data").asString());
        assertThat(new String(track2, StandardCharsets.US_ASCII))
                .isEqualTo(Card.of("honest").orElseThrow().track2());
        assertThat(read.at("/track1/status").asString()).isEqualTo("dataSourceNotSupported");
        assertThat(read.at("/chip/0/data").asString()).isNotEmpty();
        assertThat(media()).isEqualTo("present");
        assertThat(code(wire.client.call(MOVE, EJECT))).isEqualTo("success");
        assertThat(wire.terminal.view().card()).isEqualTo("at-exit");
        wire.terminal.pullCard();
        assertThat(type(wire.client.event("CardReader.MediaRemovedEvent"))).isEqualTo("unsolicited");
        assertThat(media()).isEqualTo("notPresent");
        assertThat(wire.alarms.size()).isZero();
    }

    @Test
    void aCardThatIsInsideIsReadAtOnce() {
        insert();
        JsonNode again = wire.client.call(READ, TRACK_2);
        assertThat(again.at("/payload/track2/data").asString()).isNotEmpty();
        assertThat(wire.client.frames())
                .filteredOn(frame -> frame.contains("InsertCardEvent"))
                .hasSize(1);
    }

    @Test
    void aRetainedCardIsCounted() {
        insert();
        assertThat(code(wire.client.call(MOVE, RETAIN))).isEqualTo("success");
        assertThat(wire.terminal.view().card()).isEqualTo("retained");
        JsonNode bin = wire.client.call("Storage.GetStorage", "null").at("/payload/storage/unitBIN1");
        assertThat(bin.at("/card/status/count").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"from\":\"transport\",\"to\":\"exit\"} | noMedia",
                "{\"from\":\"transport\",\"to\":\"unitBIN1\"} | noMedia",
                "{\"from\":\"exit\",\"to\":\"transport\"} | noMedia",
            })
    void withoutACardNothingMoves(String payload, String errorCode) {
        assertThat(error(wire.client.call(MOVE, payload))).isEqualTo(errorCode);
    }

    @Test
    void aReadThatIsOverTimeOrCancelledClosesTheShutter() {
        int reading = wire.client.send(READ, TRACK_2, 5_000);
        wire.client.event("CardReader.InsertCardEvent");
        wire.alarms.advance(Duration.ofSeconds(5));
        assertThat(code(wire.client.completion(reading))).isEqualTo("timeOut");
        int second = wire.client.send(READ, TRACK_2, 0);
        wire.client.event("CardReader.InsertCardEvent");
        wire.client.call("Common.Cancel", "{\"requestIds\":[%d]}".formatted(second));
        assertThat(code(wire.client.completion(second))).isEqualTo("canceled");
        wire.terminal.insertCard("honest");
        assertThat(wire.terminal.view().card()).isEqualTo("none");
    }

    @Test
    void theChipAnswersWhileItHasPower() {
        String select = "{\"chipProtocol\":\"chipT0\",\"chipData\":\"AKQEAA==\"}";
        assertThat(error(wire.client.call("CardReader.ChipIO", select))).isEqualTo("noMedia");
        insert();
        assertThat(error(wire.client.call("CardReader.ChipIO", select))).isEqualTo("atrNotObtained");
        wire.client.call("CardReader.ChipPower", "{\"chipPower\":\"cold\"}");
        JsonNode answer = wire.client.call("CardReader.ChipIO", select);
        assertThat(answer.at("/payload/chipData").asString()).isEqualTo("kAA=");
    }

    @Test
    void aJammedReaderSaysSoInStatusAndInEveryCommand() {
        insert();
        wire.terminal.fault(TerminalDevice.CARD_READER, Fault.JAM, Optional.empty());
        assertThat(wire.client.event("Common.StatusChangedEvent").toString()).isNotEmpty();
        assertThat(media()).isEqualTo("jammed");
        assertThat(error(wire.client.call(MOVE, EJECT))).isEqualTo("mediaJam");
        assertThat(error(wire.client.call(READ, TRACK_2))).isEqualTo("mediaJam");
        assertThat(error(wire.client.call("CardReader.Reset", "{\"to\":\"exit\"}")))
                .isEqualTo("mediaJam");
        wire.terminal.fault(TerminalDevice.CARD_READER, Fault.NONE, Optional.empty());
        assertThat(code(wire.client.call("CardReader.Reset", "{\"to\":\"exit\"}")))
                .isEqualTo("success");
        assertThat(wire.terminal.view().card()).isEqualTo("at-exit");
    }

    @Test
    void aReaderThatDiesEndsTheCommandAtWork() {
        int reading = wire.client.send(READ, TRACK_2, 0);
        wire.client.event("CardReader.InsertCardEvent");
        wire.terminal.fault(TerminalDevice.CARD_READER, Fault.DEAD, Optional.of(Duration.ofSeconds(9)));
        assertThat(code(wire.client.completion(reading))).isEqualTo("hardwareError");
        assertThat(code(wire.client.call(MOVE, EJECT))).isEqualTo("hardwareError");
        assertThat(device()).isEqualTo("hardwareError");
        wire.alarms.advance(Duration.ofSeconds(9));
        assertThat(device()).isEqualTo("online");
        insert();
    }

    @Test
    void aMuteReaderTakesACommandAndIsNotHeardOfAgain() {
        wire.terminal.fault(TerminalDevice.CARD_READER, Fault.MUTE, Optional.empty());
        int reset = wire.client.send("CardReader.Reset", "{}", 4_000);
        wire.client.acknowledge(reset);
        assertThat(device()).isEqualTo("online");
        wire.alarms.advance(Duration.ofSeconds(4));
        assertThat(code(wire.client.completion(reset))).isEqualTo("timeOut");
    }

    @Test
    void aSlowReaderIsLate() {
        wire.terminal.fault(TerminalDevice.CARD_READER, Fault.SLOW, Optional.empty());
        int reset = wire.client.send("CardReader.Reset", "{}", 0);
        wire.client.acknowledge(reset);
        wire.client.call("Common.Status", "{}");
        assertThat(wire.client.frames()).noneMatch(frame -> frame.contains("Reset") && frame.contains("completion"));
        wire.alarms.advance(Faults.SLOWNESS);
        assertThat(code(wire.client.completion(reset))).isEqualTo("success");
    }

    @Test
    void aLostReaderIsOffTheWire() {
        wire.terminal.fault(TerminalDevice.CARD_READER, Fault.LOST, Optional.empty());
        assertThat(wire.client.closeCode()).isEqualTo(1006);
        wire.terminal.fault(TerminalDevice.CARD_READER, Fault.NONE, Optional.empty());
        assertThat(code(wire.another(TerminalServices.CARD_READER).call("Common.Status", "{}")))
                .isEqualTo("success");
    }

    private void insert() {
        int reading = wire.client.send(READ, TRACK_2, 0);
        wire.client.event("CardReader.InsertCardEvent");
        wire.terminal.insertCard("honest");
        assertThat(code(wire.client.completion(reading))).isEqualTo("success");
    }

    private String media() {
        return wire.client
                .call("Common.Status", "{}")
                .at("/payload/cardReader/media")
                .asString();
    }

    private String device() {
        return wire.client
                .call("Common.Status", "{}")
                .at("/payload/common/device")
                .asString();
    }

    private static String error(JsonNode completion) {
        return completion.at("/payload/errorCode").asString();
    }
}
