package dev.kioskguard.adapter.xfs4iot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.message.AcknowledgeStatus;
import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus.State;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.java_websocket.enums.Opcode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The traps of real services, each by the number it has in the facts that were collected about them. */
class ServiceTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String EJECT = "{'from':'transport','to':'exit'}";

    private final Environment environment = TestEnvironment.quick();
    private final PlayedTerminal terminal = PlayedTerminal.open();
    private final PlayedService reader =
            new PlayedService("cardReader", "CardReader.Move 2.0", "CardReader.ReadRawData 2.0");
    private final Service.Listener listener = mock(Service.Listener.class);

    private Service service;

    @AfterEach
    void close() {
        if (service != null) {
            service.close();
            await().until(() -> service.deviceStatus().detail().equals("closed"));
        }
        terminal.close();
        environment.loop().shutdownNow();
    }

    private void connect() {
        open(terminal.with("Reader", reader).uri("Reader"));
        await().until(() -> service.deviceStatus().isOnline());
    }

    private void open(URI uri) {
        service = Service.open(environment, new Place.Fixed("cardReader", uri), new MessageCodec(), listener);
    }

    private Execution move() {
        return service.execute("CardReader.Move", PlayedService.json(EJECT), SECOND, event -> {});
    }

    private static DeviceException failure(Execution execution) {
        Throwable thrown = catchThrowableOfType(
                CompletionException.class, () -> execution.result().join());
        return (DeviceException) thrown.getCause();
    }

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

    @Test
    void aCommandIsAskedInTheVersionTheServiceHas() {
        PlayedService older = new PlayedService("cardReader", "CardReader.Move 2.1")
                .on("CardReader.Move", (say, command) -> say.done(command, null));
        open(terminal.with("Reader", older).uri("Reader"));
        await().until(() -> service.deviceStatus().isOnline());

        move().result().join();

        assertThat(older.heard("CardReader.Move").get(0).version()).isEqualTo("2.1");
    }

    @Test
    void aCommandTheServiceDoesNotHaveIsNotSent() {
        connect();

        Execution execution = service.execute(
                "CardReader.ChipIO",
                PlayedService.json("{'chipProtocol':'chipT0','chipData':'AKQE'}"),
                SECOND,
                event -> {});

        assertThat(failure(execution).fault()).isEqualTo(Fault.UNSUPPORTED);
        assertThat(reader.heard("CardReader.ChipIO")).isEmpty();
    }

    @Test
    void aRefusedCommandFailsWithTheServicesReason() {
        reader.on(
                "CardReader.Move",
                (say, command) -> say.message(new Message.Acknowledge(
                        command.name(), "2.0", command.requestId(), AcknowledgeStatus.TOO_MANY_REQUESTS)));
        connect();

        assertThat(failure(move()).fault()).isEqualTo(Fault.BUSY);
    }

    @Test
    void aCommandsOwnErrorIsNamed() {
        reader.on(
                "CardReader.Move",
                (say, command) -> say.fail(command, CompletionCode.COMMAND_ERROR_CODE, "{'errorCode':'noMedia'}"));
        connect();

        assertThat(failure(move()).fault()).isEqualTo(Fault.NO_MEDIA);
        assertThat(failure(move())).hasMessageContaining("noMedia").hasMessageContaining("as told");
    }

    @Test
    void anAnswerOfTheWrongTypesFailsTheCommandAndNotTheService() {
        reader.on("CardReader.Move", (say, command) -> say.done(command, "{'errorCode':7}"));
        connect();

        assertThat(failure(move())).hasMessageContaining("payload.errorCode is no text");
        assertThat(service.deviceStatus().isOnline()).isTrue();
    }

    @Test
    void anAnswerThatIsNoMessageFailsItsCommand() {
        reader.on(
                "CardReader.Move",
                (say, command) -> say.to()
                        .send(
                                "{\"header\":{\"type\":\"completion\",\"name\":\"CardReader.Move\",\"requestId\":%d},\"payload\":7}"
                                        .formatted(command.requestId())));
        connect();

        assertThat(failure(move())).hasMessageContaining("payload is no object");
    }

    @Test
    void aServiceThatOnlySendsRubbishIsLeftAndTriedAgain() {
        connect();

        reader.connected().forEach(say -> {
            for (int i = 0; i < 200; i++) {
                say.to().send("{nope");
            }
        });

        await().until(() -> reader.heard("Common.Status").size() >= 2);
    }

    @Test
    void cancelAsksTheServiceWhichEndsTheCommand() {
        reader.on("CardReader.Move", PlayedService.Say::acknowledge).on("Common.Cancel", (say, cancel) -> {
            say.done(cancel, null);
            say.fail(reader.heard("CardReader.Move").get(0), CompletionCode.CANCELED, null);
        });
        connect();
        Execution execution = move();
        await().until(() -> !reader.heard("CardReader.Move").isEmpty());

        execution.cancel();

        assertThat(failure(execution).fault()).isEqualTo(Fault.CANCELED);
        assertThat(reader.heard("Common.Cancel").get(0).payload())
                .hasToString("{\"requestIds\":[%d]}"
                        .formatted(reader.heard("CardReader.Move").get(0).requestId()));
    }

    @Test
    void cancelWorksAtOnceWhereTheServiceHasNone() {
        reader.without("Common.Cancel").on("CardReader.Move", PlayedService.Say::acknowledge);
        connect();
        List<Message.Event> events = new CopyOnWriteArrayList<>();
        Execution execution = service.execute("CardReader.Move", PlayedService.json(EJECT), SECOND, events::add);
        await().until(() -> !reader.heard("CardReader.Move").isEmpty());

        execution.cancel();
        assertThat(failure(execution).fault()).isEqualTo(Fault.CANCELED);
        reader.connected().get(0).event(reader.heard("CardReader.Move").get(0), "CardReader.InsertCardEvent", null);

        verify(listener, timeout(2_000)).event(any());
        assertThat(events).as("nobody waits for it any more").isEmpty();
        assertThat(reader.heard("Common.Cancel")).isEmpty();
    }

    @Test
    void aCommandBeyondItsTimeAndGraceIsGivenUpAndCancelled() {
        reader.on("CardReader.Move", PlayedService.Say::acknowledge)
                .on("Common.Cancel", (say, command) -> say.done(command, null));
        connect();

        Execution execution =
                service.execute("CardReader.Move", PlayedService.json(EJECT), Duration.ofMillis(100), event -> {});

        assertThat(failure(execution).fault()).isEqualTo(Fault.TIMEOUT);
        await().until(() -> !reader.heard("Common.Cancel").isEmpty());
        assertThat(reader.heard("CardReader.Move").get(0).timeout()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void eventsReachTheirCommandInOrder() {
        reader.on("CardReader.ReadRawData", (say, command) -> {
            say.acknowledge(command);
            say.event(command, "CardReader.InsertCardEvent", null);
            say.event(command, "CardReader.MediaInsertedEvent", null);
            say.complete(command, "{'track2':{'data':'MTIz'}}");
        });
        connect();
        List<String> events = new CopyOnWriteArrayList<>();

        ObjectNode answer = service.execute(
                        "CardReader.ReadRawData",
                        PlayedService.json("{'track2':true}"),
                        SECOND,
                        event -> events.add(event.name()))
                .result()
                .join();

        assertThat(events).containsExactly("CardReader.InsertCardEvent", "CardReader.MediaInsertedEvent");
        assertThat(answer.at("/track2/data").stringValue()).isEqualTo("MTIz");
    }

    @Test
    void pingsThatNobodyAnswersEndTheConnection() {
        terminal.answersNoPings();
        connect();

        await().until(() -> reader.heard("Common.Status").size() >= 2);
    }

    @Test
    void aServiceOfAnotherKindIsNotTaken() {
        open(terminal.with("Camera", new PlayedService("camera")).uri("Camera"));

        await().until(() -> service.deviceStatus().detail().contains("no cardReader there"));
        assertThat(service.deviceStatus().state()).isEqualTo(State.OFFLINE);
    }

    @Test
    void aServiceThatIsNotThereIsOfflineAndSaysWhy() {
        open(URI.create("ws://127.0.0.1:1/xfs4iot/v1.0/Reader"));

        await().until(() -> service.deviceStatus().state() == State.OFFLINE);
        assertThat(service.deviceStatus().detail())
                .containsIgnoringCase("refused")
                .contains("next attempt in");
        assertThat(failure(move()).fault()).isEqualTo(Fault.CONNECTION_LOST);
    }

    @Test
    void whatTheDeviceReportsIsTheStatusWithTheReason() {
        reader.status("{'common':{'device':'hardwareError'}}");
        open(terminal.with("Reader", reader).uri("Reader"));

        await().until(() -> service.deviceStatus().state() == State.HARDWARE_ERROR);
        assertThat(service.deviceStatus().detail()).contains("hardware error");
    }

    @Test
    void closingCancelsWhatIsAtWorkAndGoesWhenTheServiceHasEndedIt() {
        reader.on("CardReader.Move", PlayedService.Say::acknowledge).on("Common.Cancel", (say, cancel) -> {
            say.done(cancel, null);
            say.fail(reader.heard("CardReader.Move").get(0), CompletionCode.CANCELED, null);
        });
        connect();
        Execution execution = move();
        await().until(() -> !reader.heard("CardReader.Move").isEmpty());

        service.close();
        service.close();

        assertThat(failure(execution).fault()).isEqualTo(Fault.CANCELED);
        await().until(() -> reader.connected().isEmpty());
        verify(listener, never()).event(any());
    }
}
