package dev.kioskguard.adapter.xfs4iot.client;

import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import org.junit.jupiter.api.AfterEach;

/** A terminal that plays what a test tells it to, and our environment, for a test each. */
public class OnPlayedTerminal {

    protected final Environment environment = TestEnvironment.quick();
    protected final PlayedTerminal terminal = PlayedTerminal.open();

    @AfterEach
    final void closeBoth() {
        terminal.close();
        environment.loop().close();
    }
}
