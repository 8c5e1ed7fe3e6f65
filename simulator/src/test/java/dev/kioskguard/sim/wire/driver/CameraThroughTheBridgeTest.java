package dev.kioskguard.sim.wire.driver;

class CameraThroughTheBridgeTest extends CameraDriverOnTheWireTest {

    @Override
    WireBench.Way way() {
        return WireBench.Way.BRIDGED;
    }
}
