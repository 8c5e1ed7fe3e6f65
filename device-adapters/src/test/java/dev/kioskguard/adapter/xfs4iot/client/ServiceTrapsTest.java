package dev.kioskguard.adapter.xfs4iot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.java_websocket.enums.Opcode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The traps of real services, each by the number it has in the facts that were collected about them. */
class ServiceTrapsTest extends OnOneService {

    // Trap 1.
    @ParameterizedTest
    @ValueSource(strings = {",\"completionCode\":\"success\"", ""})
    void successMayBeSaidOrLeftOut(String code) {
        reader.on(
                "CardReader.Move",
                (say, command) -> say.to()
                        .send("{\"header\":{\"type\":\"completion\",\"name\":\"CardReader.Move\",\"requestId\":%d%s}}"
                                .formatted(command.requestId(), code)));
        connect();

        assertThat(move().result().join()).isEmpty();
    }

    // Trap 2.
    @ParameterizedTest
    @ValueSource(strings = {"event", "unsolicited"})
    void aChangeOfStatusCountsWhateverItsTypeSays(String type) {
        connect();

        reader.connected()
                .forEach(say -> say.to()
                        .send(
                                "{\"header\":{\"type\":\"%s\",\"name\":\"Common.StatusChangedEvent\"},\"payload\":{\"cardReader\":{\"media\":\"jammed\"}}}"
                                        .formatted(type)));

        await().until(() -> service.status().word("cardReader", "media").equals("jammed"));
        assertThat(service.deviceStatus().isOnline())
                .as("the rest of the status stays")
                .isTrue();
    }

    // Trap 3.
    @ParameterizedTest
    @CsvSource({"2.0, 2.0", "3.0, 3.0", "1.0, 3.0"})
    void theFirstCommandsAreAskedInOneVersionAfterTheOther(String capabilitiesVersion, String statusVersion) {
        PlayedService later = new PlayedService(
                "cardReader", "Common.Capabilities " + capabilitiesVersion, "Common.Status " + statusVersion);
        open(terminal.with("Reader", later).uri("Reader"));

        await().until(() -> service.deviceStatus().isOnline());
        assertThat(later.heard("Common.Capabilities").get(0).version()).isEqualTo("2.0");
    }

    // Trap 4.
    @Test
    void anEventIsHeardSolicitedAndUnsolicitedAndAfterItsCommandHasEnded() {
        reader.on("CardReader.Move", (say, command) -> {
            say.done(command, null);
            say.event(command, "CardReader.MediaRemovedEvent", null);
        });
        connect();

        move().result().join();
        reader.connected().forEach(say -> say.unsolicited("CardReader.MediaRemovedEvent", null));

        verify(listener, timeout(2_000)).event(argThat(event -> event instanceof Message.Event));
        verify(listener, timeout(2_000)).event(argThat(event -> event instanceof Message.Unsolicited));
    }

    // Trap 5.
    @Test
    void aServiceThatSaysNothingAtAllTimesOut() {
        reader.on("CardReader.Move", (say, command) -> {});
        connect();

        DeviceException failure = failure(move());

        assertThat(failure.fault()).isEqualTo(Fault.TIMEOUT);
        assertThat(failure).hasMessageContaining("did not acknowledge");
        assertThat(service.deviceStatus().isOnline()).isTrue();
    }

    // Trap 5.
    @Test
    void aCommandThatComesToLifeAfterItWasGivenUpIsCancelled() {
        reader.on("CardReader.Move", (say, command) -> {})
                .on("Common.Cancel", (say, command) -> say.done(command, null));
        connect();
        failure(move());

        reader.connected().get(0).acknowledge(reader.heard("CardReader.Move").get(0));

        await().until(() -> reader.heard("Common.Cancel").size() == 1);
    }

    // Trap 5.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CardReader.Move; {'from':'transport$','to':'exit'}",
                "CardReader.Move; {'from':1,'to':'exit'}",
                "CardReader.Move; {'from':'exit','to':'transport','zzz':1}",
                "CardReader.Move; ",
                "CardReader.ReadRawData; {'track1':'yes'}",
            })
    void whatWouldKillAServiceIsNeverSent(String command, String payload) {
        connect();

        DeviceException failure = failure(service.execute(command, PlayedService.json(payload), SECOND, event -> {}));

        assertThat(failure).hasMessageContaining("not sent: payload");
        assertThat(reader.heard(command)).isEmpty();
        assertThat(terminal.texts()).as("control: something was sent").isNotEmpty();
    }

    // Trap 5.
    @Test
    void aConnectionThatBreaksFailsItsCommandsAndComesBack() {
        reader.on("CardReader.Move", (say, command) -> say.to().closeConnection(1006, "died"));
        connect();

        assertThat(failure(move()).fault()).isEqualTo(Fault.CONNECTION_LOST);

        await().until(() -> reader.heard("Common.Status").size() == 2
                && service.deviceStatus().isOnline());
    }

    // Trap 6.
    @Test
    void binaryFramesAreReadAsText() {
        connect();
        byte[] bytes = new MessageCodec()
                .write(new Message.Unsolicited(
                        "Common.StatusChangedEvent", "3.0", PlayedService.json("{'cardReader':{'media':'present'}}")))
                .getBytes(StandardCharsets.UTF_8);

        reader.connected().forEach(say -> say.to().send(ByteBuffer.wrap(bytes)));

        await().until(() -> service.status().word("cardReader", "media").equals("present"));
    }

    // Trap 6.
    @Test
    void answersToRequestsThatWereNeverMadeArePassedOver() {
        reader.on("CardReader.Move", (say, command) -> {
            Message.Command other = new Message.Command(command.name(), "2.0", 99_999, Duration.ZERO, null);
            say.done(other, null);
            say.done(command, null);
            say.done(command, null);
        });
        connect();

        assertThat(move().result().join()).isEmpty();
        assertThat(move().result().join()).isEmpty();
    }

    // Trap 7.
    @Test
    void aMessageInManyPartsIsReadWhole() {
        reader.on("CardReader.Move", (say, command) -> {
            String whole = new MessageCodec()
                    .write(new Message.Completion(
                            command.name(), "2.0", command.requestId(), Message.Outcome.SUCCESS, null));
            for (int i = 0; i < whole.length(); i += 10) {
                int end = Math.min(i + 10, whole.length());
                say.to()
                        .sendFragmentedFrame(
                                Opcode.TEXT,
                                ByteBuffer.wrap(whole.substring(i, end).getBytes(StandardCharsets.UTF_8)),
                                end == whole.length());
            }
        });
        connect();

        assertThat(move().result().join()).isEmpty();
    }

    // Trap 7.
    @Test
    void aMessageBeyondTheLimitEndsTheConnection() {
        connect();

        reader.connected().forEach(say -> say.to().send("x".repeat(MessageCodec.MESSAGE_BYTES_MAX + 1)));

        verify(listener, timeout(5_000).atLeast(2)).changed();
        await().until(() -> reader.heard("Common.Status").size() == 2
                && service.deviceStatus().isOnline());
    }

    // Trap 8.
    @ParameterizedTest
    @ValueSource(strings = {"", ",\"payload\":null", ",\"payload\":{}"})
    void aPayloadMayBeAbsentNullOrEmpty(String payload) {
        reader.on(
                "CardReader.Move",
                (say, command) -> say.to()
                        .send(("{\"header\":{\"type\":\"completion\",\"name\":\"CardReader.Move\",\"requestId\":%d,"
                                        + "\"completionCode\":\"success\"}%s}")
                                .formatted(command.requestId(), payload)));
        connect();

        assertThat(move().result().join()).isEmpty();
    }

    // Trap 9.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChangeOfStatusMayComeBeforeOrAfterTheCompletion(boolean before) {
        reader.on("CardReader.Move", (say, command) -> {
            say.acknowledge(command);
            if (!before) {
                say.complete(command, null);
            }
            say.unsolicited("Common.StatusChangedEvent", "{'cardReader':{'media':'entering'}}");
            if (before) {
                say.complete(command, null);
            }
        });
        connect();

        move().result().join();

        await().until(() -> service.status().word("cardReader", "media").equals("entering"));
    }
}
