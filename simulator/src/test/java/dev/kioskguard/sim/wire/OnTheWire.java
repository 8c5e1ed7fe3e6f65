package dev.kioskguard.sim.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.xfs4iot.service.HandAlarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.adapter.xfs4iot.service.WireClient;
import dev.kioskguard.sim.terminal.Terminal;
import java.util.Random;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A terminal on a free port, a client at one of its services, and the check that every frame was as it must be. */
final class OnTheWire implements AfterEachCallback {

    static final String SERIAL_NUMBER = "KG-0001";

    final HandAlarms alarms = new HandAlarms();
    final Terminal terminal = new Terminal(alarms, new Random(17852), SERIAL_NUMBER);
    final ServiceHost host = TerminalServices.openAt(0, terminal, alarms);
    final WireClient client;

    OnTheWire(String service) {
        client = WireClient.connect(host.service(service));
    }

    /** Connects somebody else to the same terminal. */
    WireClient another(String service) {
        return WireClient.connect(host.service(service));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(client.nonconforming()).isEmpty();
        client.close();
        host.close();
    }
}
