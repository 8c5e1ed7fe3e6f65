package dev.kioskguard.adapter.xfs4iot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.message.AcknowledgeStatus;
import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.device.DeviceException.Fault;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Commands to a service, and what comes of them. */
class ServiceCommandsTest extends OnOneService {

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
}
