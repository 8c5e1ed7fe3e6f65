package dev.kioskguard.adapter.xfs4iot.client;

import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.Stages;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** One played card reader service, and our end of its connection. */
class OnOneService extends OnPlayedTerminal {

    static final Duration SECOND = Duration.ofSeconds(1);
    static final String EJECT = "{'from':'transport','to':'exit'}";

    final PlayedService reader = new PlayedService("cardReader", "CardReader.Move 2.0", "CardReader.ReadRawData 2.0");
    final Service.Listener listener = mock(Service.Listener.class);

    Service service;

    @AfterEach
    void close() {
        if (service != null) {
            service.close();
            await().until(() -> service.deviceStatus().detail().equals("closed"));
        }
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
        return Stages.failure(execution.result());
    }
}
