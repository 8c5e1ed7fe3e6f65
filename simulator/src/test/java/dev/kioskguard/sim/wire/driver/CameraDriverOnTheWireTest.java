package dev.kioskguard.sim.wire.driver;

import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CameraContract;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.Random;

class CameraDriverOnTheWireTest extends CameraContract {

    @Override
    protected CameraBench newBench() {
        return new Lobby(way());
    }

    WireBench.Way way() {
        return WireBench.Way.DIRECT;
    }

    private static final class Lobby extends WireBench<Camera> implements CameraBench {

        private static final int PICTURE_BYTES = 300_000;

        Lobby(WireBench.Way way) {
            super(Camera.class, TerminalDevice.CAMERA, way);
        }

        @Override
        public byte[] scene() {
            byte[] picture = new byte[PICTURE_BYTES];
            new Random(1).nextBytes(picture);
            terminal.eye().show(picture::clone);
            return picture;
        }

        @Override
        public void stall() {
            breakDown(Fault.MUTE);
        }
    }
}
