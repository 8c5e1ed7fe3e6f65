package dev.kioskguard.device;

import static dev.kioskguard.device.Stages.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What every driver of a speaker promises. */
public abstract class SpeakerContract extends DeviceContract<Speaker, SpeakerContract.SpeakerBench> {

    /** A speaker with a switch. */
    public interface SpeakerBench extends Bench<Speaker> {

        void mute(boolean muted);
    }

    @Test
    final void aSpeakerThatIsOnlineAndNotMutedIsAudible() {
        assertThat(device().isAudible()).isTrue();
    }

    @Test
    final void muteIsToldBothWays() {
        List<Boolean> told = new CopyOnWriteArrayList<>();
        device().onAudible(told::add);

        bench.mute(true);
        await().atMost(PATIENCE).until(() -> !device().isAudible());
        bench.mute(false);
        await().atMost(PATIENCE).until(() -> device().isAudible());

        assertThat(told).containsExactly(true, false, true);
    }

    @Test
    final void aSpeakerThatIsLostIsNotAudible() {
        assertThat(device().isAudible()).as("control").isTrue();

        bench.cutLine();

        await().atMost(PATIENCE).until(() -> !device().isAudible());
    }
}
