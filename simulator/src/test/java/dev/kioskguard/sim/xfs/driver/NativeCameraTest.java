package dev.kioskguard.sim.xfs.driver;

import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CameraContract;
import dev.kioskguard.sim.xfs.Fault;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.nio.charset.StandardCharsets;

class NativeCameraTest extends CameraContract {

    @Override
    protected CameraBench newBench() {
        return new Lens();
    }

    private static final class Lens extends XfsBench<Camera> implements CameraBench {

        Lens() {
            super(Camera.class, NativeTerminal.CAMERA);
        }

        @Override
        public byte[] scene() {
            byte[] picture = "the bytes of a picture".getBytes(StandardCharsets.US_ASCII);
            terminal.scene(service, picture);
            return picture;
        }

        @Override
        public void stall() {
            terminal.fault(service, Fault.SLOW);
        }
    }
}
