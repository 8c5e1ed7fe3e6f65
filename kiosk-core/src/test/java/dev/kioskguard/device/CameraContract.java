package dev.kioskguard.device;

import static dev.kioskguard.device.Stages.PATIENCE;
import static dev.kioskguard.device.Stages.done;
import static dev.kioskguard.device.Stages.fault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.DeviceException.Fault;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What every driver of a camera promises. */
public abstract class CameraContract extends DeviceContract<Camera, CameraContract.CameraBench> {

    /** A camera, and something before it. */
    public interface CameraBench extends Bench<Camera> {

        /** Puts a scene before the camera and returns the picture of it, encoded. */
        byte[] scene();

        /** Makes the next picture take long, far longer than the test lasts. */
        void stall();
    }

    @Test
    final void aPictureIsOfWhatIsBeforeTheCamera() {
        byte[] scene = bench.scene();

        assertThat(done(device().takePicture(PATIENCE))).isEqualTo(scene);
    }

    @Test
    final void picturesFollowOneAnother() {
        byte[] scene = bench.scene();

        for (int i = 0; i < 5; i++) {
            assertThat(done(device().takePicture(PATIENCE))).isEqualTo(scene);
        }
    }

    @Test
    final void aSecondPictureAtTheSameTimeIsTurnedAway() {
        bench.scene();
        bench.stall();
        Camera camera = device();
        CompletionStage<byte[]> first = camera.takePicture(PATIENCE);

        assertThat(fault(camera.takePicture(PATIENCE))).isEqualTo(Fault.BUSY);
        camera.close();
        assertThat(fault(first)).isEqualTo(Fault.CANCELED);
    }
}
