package dev.kioskguard.sim.wire.driver;

class PinPadThroughTheBridgeTest extends PinPadDriverOnTheWireTest {

    @Override
    WireBench.Way way() {
        return WireBench.Way.BRIDGED;
    }
}
