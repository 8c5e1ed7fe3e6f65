package dev.kioskguard.sim.xfs.driver;

import static dev.kioskguard.device.Stages.PATIENCE;
import static dev.kioskguard.device.Stages.done;
import static dev.kioskguard.device.Stages.failure;
import static dev.kioskguard.device.Stages.fault;
import static dev.kioskguard.device.Stages.online;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs.device.XfsProvider;
import dev.kioskguard.adapter.xfs.manager.XfsManager;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two applications at one service, of which one has it for itself while it works. */
class NativeLockTest {

    private static final String EXCLUSIVE = "?exclusive=1";

    private final NativeCardReaderTest.Slot slot = new NativeCardReaderTest.Slot();
    private final XfsManager elsewhere = slot.another();

    private final CardReader ours = online(slot.open(CardReader.class, "xfs:IDCARD1" + EXCLUSIVE));
    private CardReader theirs;

    @AfterEach
    void closeAll() {
        theirs.close();
        elsewhere.quiet().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        slot.close();
    }

    private CardReader theirs(String options) {
        theirs = online(new XfsProvider(elsewhere).open(DeviceAddress.of("xfs:IDCARD1" + options), CardReader.class));
        return theirs;
    }

    @Test
    void whatIsLockedForUsIsRefusedToOthers() {
        slot.insertCardInto(ours);

        assertThat(failure(theirs("").eject(PATIENCE))).hasMessageContaining("WFS_ERR_LOCKED (-32)");
        done(ours.eject(PATIENCE));
    }

    @Test
    void theLockGoesToWhoeverAsksForItBetweenCommands() {
        slot.insertCardInto(ours);

        done(theirs(EXCLUSIVE).chip(new byte[] {0, (byte) 0xA4, 4, 0, 0}, PATIENCE));
        done(ours.eject(PATIENCE));

        assertThat(ours.place()).isEqualTo(CardReader.CardPlace.AT_EXIT);
    }

    @Test
    void withoutTheLockNothingIsBegun() {
        CompletionStage<?> theirWork = theirs(EXCLUSIVE).accept(PATIENCE);
        await().atMost(PATIENCE).until(() -> slot.terminal.requests().commands() == 1);

        DeviceException refused = failure(ours.eject(PATIENCE));

        assertThat(refused.fault()).isEqualTo(DeviceException.Fault.TIMEOUT);
        assertThat(refused).hasMessageContaining("WFSAsyncLock");
        assertThat(slot.terminal.requests().commands())
                .as("commands that reached the provider")
                .isOne();
        theirs.cancelAccept();
        assertThat(fault(theirWork)).isEqualTo(DeviceException.Fault.CANCELED);
    }
}
