package dev.kioskguard.adapter.xfs4iot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus.State;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A service from its first connection to its last, with everything that can end a command or a connection. */
class ServiceLifeTest extends OnOneService {

    private Execution moveThatCanBeCancelled() {
        reader.on("CardReader.Move", PlayedService.Say::acknowledge).on("Common.Cancel", (say, cancel) -> {
            say.done(cancel, null);
            say.fail(reader.heard("CardReader.Move").get(0), CompletionCode.CANCELED, null);
        });
        connect();
        Execution execution = move();
        await().until(() -> !reader.heard("CardReader.Move").isEmpty());
        return execution;
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
        Execution execution = moveThatCanBeCancelled();

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
        Execution execution = moveThatCanBeCancelled();

        service.close();
        service.close();

        assertThat(failure(execution).fault()).isEqualTo(Fault.CANCELED);
        await().until(() -> reader.connected().isEmpty());
        verify(listener, never()).event(any());
    }
}
