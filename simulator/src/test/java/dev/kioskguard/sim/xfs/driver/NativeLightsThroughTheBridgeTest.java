package dev.kioskguard.sim.xfs.driver;

class NativeLightsThroughTheBridgeTest extends NativeLightsTest {

    @Override
    protected LightsBench newBench() {
        LightsBench bench = super.newBench();
        ((XfsBench<?>) bench).throughTheBridge();
        return bench;
    }
}
