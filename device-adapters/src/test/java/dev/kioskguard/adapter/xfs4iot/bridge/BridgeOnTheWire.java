package dev.kioskguard.adapter.xfs4iot.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.service.HandAlarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.adapter.xfs4iot.service.WireClient;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** Devices in a test's hands behind the bridge, with a client that checks each frame against the standard. */
abstract class BridgeOnTheWire {

    final HandAlarms alarms = new HandAlarms();
    final HandReader reader = new HandReader();
    final HandPad pad = new HandPad();
    final ServiceHost host = Bridge.open(new BridgedPorts(Set.of(reader, pad)), alarms, 0, 0);
    final WireClient client;

    BridgeOnTheWire(String service) {
        client = WireClient.connect(host.service(service));
    }

    static <T> HandDevice.Asked<T> asked(HandDevice of, int count) {
        await().until(() -> of.asked.size() == count);
        return of.last();
    }

    @AfterEach
    void everyFrameWasAsTheStandardSays() {
        assertThat(client.nonconforming()).isEmpty();
        client.close();
        host.close();
    }
}
