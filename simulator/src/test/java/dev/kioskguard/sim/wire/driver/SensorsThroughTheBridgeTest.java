package dev.kioskguard.sim.wire.driver;

class SensorsThroughTheBridgeTest extends SensorsDriverOnTheWireTest {

    @Override
    WireBench.Way way() {
        return WireBench.Way.BRIDGED;
    }
}
