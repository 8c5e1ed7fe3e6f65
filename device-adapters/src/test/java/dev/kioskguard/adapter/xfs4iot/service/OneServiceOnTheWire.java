package dev.kioskguard.adapter.xfs4iot.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A card reader's service on loopback, with a client at it that checks each frame against the standard. */
abstract class OneServiceOnTheWire {

    static final String READ = "CardReader.ReadRawData";

    final HandAlarms alarms = new HandAlarms();
    final ScriptedService service = new ScriptedService();
    final ServiceHost host = new ServiceHost("Test", List.of(service), alarms, 0, 0);
    final WireClient client = WireClient.connect(host.service("CardReader"));

    @AfterEach
    void everyFrameWasAsTheStandardSays() {
        assertThat(client.nonconforming()).isEmpty();
        client.close();
        host.close();
    }
}
