package dev.kioskguard.sim.xfs.driver;

class NativeCameraThroughTheBridgeTest extends NativeCameraTest {

    @Override
    protected CameraBench newBench() {
        CameraBench bench = super.newBench();
        ((XfsBench<?>) bench).throughTheBridge();
        return bench;
    }
}
