package dev.kioskguard.sim.wire.driver;

class SpeakerThroughTheBridgeTest extends SpeakerDriverOnTheWireTest {

    @Override
    WireBench.Way way() {
        return WireBench.Way.BRIDGED;
    }
}
