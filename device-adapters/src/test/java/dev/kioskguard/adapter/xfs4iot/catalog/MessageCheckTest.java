package dev.kioskguard.adapter.xfs4iot.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MessageCheckTest {

    private final MessageCheck check = new MessageCheck(Catalog.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CardReader.Move; {'from':'transport','to':'exit'}; ",
                "CardReader.Move; {'from':'transport','to':'unitBIN1'}; ",
                "CardReader.Move; {'from':'transport$','to':'exit'}; payload.from does not match",
                "CardReader.Move; {'from':'transport'}; payload.to is missing",
                "CardReader.Move; ; payload is missing",
                "CardReader.Move; {'from':'exit','to':'transport','zzz':1}; payload.zzz is no field",
                "CardReader.ReadRawData; {'track2':true}; ",
                "CardReader.ReadRawData; {'track1':'yes'}; payload.track1 is neither true nor false",
                "CardReader.ChipIO; {'chipProtocol':'chipT0','chipData':'AKQEAA=='}; ",
                "CardReader.ChipIO; {'chipProtocol':'chipT0','chipData':'AKQEAA='}; payload.chipData is no base64",
                "CardReader.ChipIO; {'chipProtocol':'chipT9','chipData':'AKQE'}; payload.chipProtocol is none of",
                "Keyboard.PinEntry; {'minLen':4,'activeKeys':{'one':{'terminate':false}}}; ",
                "Keyboard.PinEntry; {'minLen':-4,'activeKeys':{}}; payload.minLen is no whole number",
                "Keyboard.PinEntry; {'activeKeys':{'one':{'terminate':0}}}; payload.activeKeys.one.terminate is neither",
                "Keyboard.PinEntry; {'activeKeys':{'one':true}}; payload.activeKeys.one is no object",
                "Common.SetTransactionState; {'state':'bogus'}; payload.state is none of",
                "Common.Status; ; ",
                "Common.Status; {}; ",
                "Common.Status; {'a':1}; payload must be empty",
                "Common.Cancel; {'requestIds':[1,2]}; ",
                "Common.Cancel; {'requestIds':[1,0]}; payload.requestIds[1] is no whole number",
                "Common.Cancel; {'requestIds':7}; payload.requestIds is no list",
                "Lights.SetLight; {'position':'cardReader','flashRate':'slow'}; payload.position is no field",
                "Lights.SetLight; {'cardReader':{'center':{'flashRate':'slow'}}}; ",
                "CardReader.NoSuch; {}; header.name is no command that we speak",
            })
    void whatWeSendIsHeldToTheLetter(String name, String payload, String problem) {
        var problems = check.outgoing(command(name, payload));

        if (problem == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems)
                    .anySatisfy(found -> assertThat(found.toString()).startsWith(problem));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'cardReader':{'media':'present','vendorThing':1}}; 0",
                "{'cardReader':{'media':'floating'}}; 0",
                "{'auxiliaries':{'volume':0}}; 0",
                "{'cardReader':null}; 0",
                "{'cashDispenser':{'a':1}}; 0",
                "{'cardReader':{'media':7}}; 1",
                "{'cardReader':[]}; 1",
            })
    void whatWeReceiveNeedsOnlyItsStructure(String payload, int problems) {
        assertThat(check.incoming(new Message.Unsolicited("Common.StatusChangedEvent", "3.0", json(payload))))
                .hasSize(problems);
    }

    @Test
    void messagesThatTheStandardDoesNotHaveAreTakenAndNeverSent() {
        Message vendors = new Message.Unsolicited("Vendor.ThingEvent", "1.0", json("{'a':1}"));

        assertThat(check.incoming(vendors)).isEmpty();
        assertThat(check.outgoing(vendors)).hasSize(1);
    }

    @Test
    void anEventOfTheOtherKindIsHeldToTheSameShape() {
        Message solicited = new Message.Event("CardReader.MediaDetectedEvent", "2.0", 1, json("{'position':7}"));

        assertThat(check.incoming(solicited)).hasSize(1);
    }

    @Test
    void aPictureOfSeveralMegabytesIsCheckedWithoutHarm() {
        ObjectNode payload = json("{}");
        payload.put("pictureFile", Base64.getEncoder().encodeToString(new byte[6 * 1024 * 1024]));
        Message picture = new Message.Completion("Camera.TakePicture", "3.0", 1, Message.Outcome.SUCCESS, payload);

        assertThat(check.incoming(picture)).isEmpty();
        payload.put("pictureFile", payload.get("pictureFile").stringValue() + "#===");
        assertThat(check.incoming(picture)).hasSize(1);
    }

    @Test
    void aMessageFullOfProblemsIsReportedInPart() {
        ObjectNode payload = json("{}");
        for (int i = 0; i < 1_000; i++) {
            payload.put("field" + i, 1);
        }

        assertThat(check.outgoing(new Message.Command("CardReader.ReadRawData", "2.0", 1, Duration.ZERO, payload)))
                .hasSize(MessageCheck.PROBLEMS_MAX);
    }

    @Test
    void noProblemShowsAValue() {
        var problems = check.outgoing(command("PinPad.GetPinBlock", "{'customerData':'6212 3456','padding':99}"));

        assertThat(problems)
                .hasSizeGreaterThan(1)
                .noneSatisfy(problem -> assertThat(problem.toString()).containsAnyOf("6212", "99"));
    }

    private static Message.Command command(String name, String payload) {
        return new Message.Command(name, "2.0", 1, Duration.ZERO, payload == null ? null : json(payload));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.builder().build().readTree(text.replace('\'', '"'));
    }

    @Test
    void theCodecAndTheCheckReadTheSameMessages() {
        Message command = command("CardReader.Move", "{'from':'transport','to':'exit'}");

        assertThat(check.outgoing(new MessageCodec().parse(new MessageCodec().write(command))))
                .isEmpty();
    }
}
