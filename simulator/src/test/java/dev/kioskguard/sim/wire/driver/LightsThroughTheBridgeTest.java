package dev.kioskguard.sim.wire.driver;

class LightsThroughTheBridgeTest extends LightsDriverOnTheWireTest {

    @Override
    WireBench.Way way() {
        return WireBench.Way.BRIDGED;
    }
}
