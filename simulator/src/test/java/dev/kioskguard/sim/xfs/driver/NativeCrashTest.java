package dev.kioskguard.sim.xfs.driver;

import static dev.kioskguard.device.Stages.PATIENCE;
import static dev.kioskguard.device.Stages.failure;
import static dev.kioskguard.device.Stages.online;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Platform;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.sim.xfs.NativeTerminal;
import org.junit.jupiter.api.Test;

/** A driver that crashes within a call where that does not end the process: on Windows. */
class NativeCrashTest {

    private static final String WHY = "the driver crashed";

    @Test
    void everythingOfThatManagerIsOfflineAndNothingIsCalledAnyMore() {
        assumeTrue(Platform.isWindows(), "elsewhere it ends the process");
        // Not closed as others are: what a driver that crashed was owed it is never given.
        var bench = new XfsBench<>(CardReader.class, NativeTerminal.CARD_READER);
        CardReader reader = online(bench.open());
        PinPad pad = online(bench.open(PinPad.class, "xfs:" + NativeTerminal.PIN_PAD));

        bench.terminal.tell("crash-within", NativeTerminal.CARD_READER);

        await().atMost(PATIENCE).until(() -> reader.status().detail().contains(WHY));
        await().atMost(PATIENCE).until(() -> pad.status().detail().contains(WHY));
        assertThat(pad.status().state()).isEqualTo(DeviceStatus.State.OFFLINE);
        assertThat(pad.status().detail()).contains("Invalid memory access", "restart", "./kiosk xfs-bridge");
        long issued = bench.terminal.requests().issued();
        DeviceException refused = failure(reader.eject(PATIENCE));
        assertThat(refused.fault()).isEqualTo(DeviceException.Fault.CONNECTION_LOST);
        assertThat(refused).hasMessageContaining(WHY);
        reader.close();
        pad.close();
        bench.manager.quiet().join();
        assertThat(bench.terminal.requests().issued()).isEqualTo(issued);
        bench.terminal.close();
    }
}
