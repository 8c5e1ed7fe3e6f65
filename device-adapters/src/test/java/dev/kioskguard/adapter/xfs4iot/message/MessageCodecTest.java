package dev.kioskguard.adapter.xfs4iot.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {

    private final MessageCodec codec = new MessageCodec();

    static Stream<Message> oneOfEach() {
        var payload = new MessageCodec().newPayload().put("errorCode", "noMedia");
        return Stream.of(
                new Message.Command("CardReader.Move", "2.0", 0, Duration.ofMillis(250), payload),
                new Message.Command("Common.Status", "2.0", 7, Duration.ZERO, null),
                new Message.Acknowledge("Common.Status", "2.0", 7, AcknowledgeStatus.OK),
                new Message.Acknowledge("Common.Status", "2.0", 7, AcknowledgeStatus.TOO_MANY_REQUESTS),
                new Message.Event("CardReader.InsertCardEvent", "2.0", 7, null),
                new Message.Completion(
                        "CardReader.Move",
                        "2.0",
                        7,
                        new Message.Outcome(CompletionCode.COMMAND_ERROR_CODE, "no card"),
                        payload),
                new Message.Unsolicited("CardReader.MediaRemovedEvent", "2.0", null));
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void whatIsWrittenIsReadBack(Message message) {
        assertThat(codec.parse(codec.write(message))).isEqualTo(message);
    }

    @Test
    void oneOfEachHasEveryKindOfMessage() {
        assertThat(oneOfEach().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Message.class.getPermittedSubclasses()));
    }

    @Test
    void anAbsentCompletionCodeIsSuccess() {
        Message.Completion completion = (Message.Completion)
                codec.parse("{\"header\":{\"type\":\"completion\",\"name\":\"Common.Status\",\"requestId\":1}}");

        assertThat(completion.outcome()).isEqualTo(Message.Outcome.SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "unsolicited"})
    void anEventWithoutRequestIsUnsolicitedWhateverItsTypeSays(String type) {
        Message message =
                codec.parse("{\"header\":{\"type\":\"%s\",\"name\":\"CardReader.MediaRemovedEvent\"}}".formatted(type));

        assertThat(message).isInstanceOf(Message.Unsolicited.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "unsolicited"})
    void anEventWithRequestBelongsToItsCommandWhateverItsTypeSays(String type) {
        Message message =
                codec.parse("{\"header\":{\"type\":\"%s\",\"name\":\"CardReader.MediaRemovedEvent\",\"requestId\":0}}"
                        .formatted(type));

        assertThat(message).isInstanceOf(Message.Event.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorizationRequired", "authorisationRequired"})
    void bothSpellingsOfAuthorizationAreRead(String word) {
        assertThat(outcomeOf(word).code()).isEqualTo(CompletionCode.AUTHORIZATION_REQUIRED);
    }

    @Test
    void aCompletionCodeOfALaterEditionIsAnErrorThatNamesIt() {
        assertThat(outcomeOf("meteorite").code()).isEqualTo(CompletionCode.INTERNAL_ERROR);
        assertThat(outcomeOf("meteorite").description()).contains("meteorite");
    }

    @Test
    void everyCodeIsReadByItsOwnWord() {
        assertThat(CompletionCode.values())
                .hasSize(23)
                .allSatisfy(code -> assertThat(CompletionCode.of(code.word())).contains(code));
    }

    @Test
    void aNullPayloadIsNoPayload() {
        Message message =
                codec.parse("{\"header\":{\"type\":\"event\",\"name\":\"A.B\",\"requestId\":1},\"payload\":null}");

        assertThat(message.payload()).isNull();
    }

    @Test
    void headerKeysOfALaterEditionArePassedOver() {
        assertThat(codec.parse("{\"header\":{\"type\":\"event\",\"name\":\"A.B\",\"sentAt\":1},\"more\":{}}"))
                .isEqualTo(new Message.Unsolicited("A.B", "", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{nope; not JSON",
                "''; not one JSON object|JSON object",
                "[]; one JSON object",
                "7; one JSON object",
                "{}; header is missing",
                "{\"header\":[]}; header is missing",
                "{\"header\":{}} {}; not one JSON object|not JSON",
                "{\"header\":{\"type\":\"command\"}}; header.name is missing",
                "{\"header\":{\"name\":\"A.B\"}}; header.type is missing",
                "{\"header\":{\"name\":\"A.B\",\"type\":\"wish\"}}; header.type is none",
                "{\"header\":{\"name\":\"A.B\",\"type\":7}}; header.type is no text",
                "{\"header\":{\"name\":\"A.B\",\"type\":\"command\"}}; header.requestId is missing",
                "{\"header\":{\"name\":\"A.B\",\"type\":\"command\",\"requestId\":-1}}; header.requestId is no whole",
                "{\"header\":{\"name\":\"A.B\",\"type\":\"command\",\"requestId\":1.5}}; header.requestId is no whole",
                "{\"header\":{\"name\":\"A.B\",\"type\":\"command\",\"requestId\":\"1\"}}; header.requestId is no whole",
                "{\"header\":{\"name\":\"A.B\",\"type\":\"command\",\"requestId\":1,\"timeout\":-5}}; header.timeout",
                "{\"header\":{\"name\":\"A.B\",\"type\":\"command\",\"requestId\":1,\"version\":2}}; header.version",
                "{\"header\":{\"name\":\"A.B\",\"type\":\"acknowledge\",\"requestId\":1,\"status\":\"x\"}}; header.status",
                "{\"header\":{\"name\":\"A.B\",\"type\":\"event\"},\"payload\":[]}; payload is no object",
                "{\"header\":{},\"header\":{}}; not JSON",
            })
    void whatIsWrongIsNamed(String text, String reasons) {
        assertThatThrownBy(() -> codec.parse(text))
                .isInstanceOf(MessageFormatException.class)
                .satisfies(thrown -> assertThat(reasons.split("\\|"))
                        .anySatisfy(reason -> assertThat(thrown).hasMessageContaining(reason.strip())));
    }

    @Test
    void theRequestOfABrokenMessageIsKeptWhereItCouldBeRead() {
        MessageFormatException thrown = catchThrowableOfType(
                MessageFormatException.class,
                () -> codec.parse(
                        "{\"header\":{\"type\":\"command\",\"name\":\"A.B\",\"requestId\":9},\"payload\":1}"));

        assertThat(thrown.requestId()).hasValue(9);
    }

    @Test
    void depthAndLengthAreBounded() {
        String deep = "{\"header\":{\"type\":\"event\",\"name\":\"A.B\"},\"payload\":{\"a\":%s1%s}}"
                .formatted("[".repeat(100), "]".repeat(100));
        String longText = "{\"header\":{\"type\":\"event\",\"name\":\"A.B\"},\"payload\":{\"a\":\"%s\"}}"
                .formatted("x".repeat(MessageCodec.MESSAGE_BYTES_MAX));

        assertThatThrownBy(() -> codec.parse(deep)).isInstanceOf(MessageFormatException.class);
        assertThatThrownBy(() -> codec.parse(longText)).hasMessage("longer than 2097152 bytes");
        assertThat(new MessageCodec(3 * MessageCodec.MESSAGE_BYTES_MAX).parse(longText))
                .isInstanceOf(Message.Unsolicited.class);
    }

    @Test
    void noReasonShowsWhatTheMessageHeld() {
        assertThatThrownBy(() -> codec.parse("{\"header\":{\"type\":\"event\",\"name\":\"A.B\"},\"payload\":6212345}"))
                .hasMessageNotContaining("6212345");
        assertThatThrownBy(() -> codec.parse("{\"track2\":6212345=09}")).hasMessageNotContaining("6212345");
        assertThatThrownBy(() -> codec.parse("{\"6212345\":1,\"6212345\":2}")).hasMessageNotContaining("6212345");
        assertThatThrownBy(() -> codec.parse("six2123")).hasMessageNotContaining("six2123");
    }

    @Test
    void noTextShowsAPayload() {
        assertThat(oneOfEach())
                .allSatisfy(message ->
                        assertThat(message.toString()).contains(message.name()).doesNotContain("errorCode"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void garbageIsRefusedAndNeverAnythingElse(long seed) {
        Random random = new Random(seed);
        byte[] good = codec.write(oneOfEach().toList().get(0)).getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bad = good.clone();
            for (int hit = 0; hit <= random.nextInt(6); hit++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                codec.read(bad);
            } catch (MessageFormatException e) {
                refused++;
            }
        }
        assertThat(refused).as("control: garbage was made").isGreaterThan(1_000);
    }

    private Message.Outcome outcomeOf(String word) {
        return ((Message.Completion) codec.parse(
                        "{\"header\":{\"type\":\"completion\",\"name\":\"A.B\",\"requestId\":1,\"completionCode\":\"%s\"}}"
                                .formatted(word)))
                .outcome();
    }
}
