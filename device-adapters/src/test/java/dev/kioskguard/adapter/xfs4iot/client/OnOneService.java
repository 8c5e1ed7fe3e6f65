package dev.kioskguard.adapter.xfs4iot.client;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.device.DeviceException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;

/** One played card reader service, and our end of its connection. */
class OnOneService {

    static final Duration SECOND = Duration.ofSeconds(1);
    static final String EJECT = "{'from':'transport','to':'exit'}";

    final Environment environment = TestEnvironment.quick();
    final PlayedTerminal terminal = PlayedTerminal.open();
    final PlayedService reader = new PlayedService("cardReader", "CardReader.Move 2.0", "CardReader.ReadRawData 2.0");
    final Service.Listener listener = mock(Service.Listener.class);

    Service service;

    @AfterEach
    void close() {
        if (service != null) {
            service.close();
            await().until(() -> service.deviceStatus().detail().equals("closed"));
        }
        terminal.close();
        environment.loop().shutdownNow();
    }

    void connect() {
        open(terminal.with("Reader", reader).uri("Reader"));
        await().until(() -> service.deviceStatus().isOnline());
    }

    void open(URI uri) {
        service = new Service(environment, new Place.Fixed("cardReader", uri), new MessageCodec(), listener);
        service.start();
    }

    Execution move() {
        return service.execute("CardReader.Move", PlayedService.json(EJECT), SECOND, event -> {});
    }

    static DeviceException failure(Execution execution) {
        Throwable thrown = catchThrowableOfType(
                CompletionException.class, () -> execution.result().join());
        return (DeviceException) thrown.getCause();
    }
}
