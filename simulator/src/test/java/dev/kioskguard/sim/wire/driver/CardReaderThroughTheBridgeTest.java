package dev.kioskguard.sim.wire.driver;

class CardReaderThroughTheBridgeTest extends CardReaderDriverOnTheWireTest {

    @Override
    WireBench.Way way() {
        return WireBench.Way.BRIDGED;
    }
}
