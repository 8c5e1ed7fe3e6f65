package dev.kioskguard.sim.xfs.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs.device.XfsProvider;
import dev.kioskguard.adapter.xfs.manager.XfsManager;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.DeviceAddress;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two applications at one service, of which one has it for itself while it works. */
class NativeLockTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String EXCLUSIVE = "?exclusive=1";

    private final NativeCardReaderTest.Slot slot = new NativeCardReaderTest.Slot();
    private final XfsManager elsewhere = slot.another();

    private final CardReader ours = online(slot.open(CardReader.class, "xfs:IDCARD1" + EXCLUSIVE));
    private CardReader theirs;

    @AfterEach
    void closeAll() {
        theirs.close();
        elsewhere.quiet().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        ours.close();
        slot.close();
    }

    private static CardReader online(CardReader reader) {
        await().atMost(PATIENCE).until(() -> reader.status().isOnline());
        return reader;
    }

    private CardReader theirs(String options) {
        theirs = online(new XfsProvider(elsewhere).open(DeviceAddress.of("xfs:IDCARD1" + options), CardReader.class));
        return theirs;
    }

    private static void done(CompletionStage<?> stage) {
        stage.toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Test
    void whatIsLockedForUsIsRefusedToOthers() {
        slot.insertCardInto(ours);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> done(theirs("").eject(PATIENCE)))
                .withMessageContaining("WFS_ERR_LOCKED (-32)");
        done(ours.eject(PATIENCE));
    }

    @Test
    void theLockGoesToWhoeverAsksForItBetweenCommands() {
        slot.insertCardInto(ours);

        done(theirs(EXCLUSIVE).chip(new byte[] {0, (byte) 0xA4, 4, 0, 0}, PATIENCE));
        done(ours.eject(PATIENCE));

        assertThat(ours.place()).isEqualTo(CardReader.CardPlace.AT_EXIT);
    }
}
