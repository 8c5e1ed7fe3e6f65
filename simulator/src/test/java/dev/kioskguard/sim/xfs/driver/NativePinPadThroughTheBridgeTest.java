package dev.kioskguard.sim.xfs.driver;

class NativePinPadThroughTheBridgeTest extends NativePinPadTest {

    @Override
    protected PadBench newBench() {
        PadBench bench = super.newBench();
        ((XfsBench<?>) bench).throughTheBridge();
        return bench;
    }
}
