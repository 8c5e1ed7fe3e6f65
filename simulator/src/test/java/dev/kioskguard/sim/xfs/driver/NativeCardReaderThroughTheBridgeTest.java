package dev.kioskguard.sim.xfs.driver;

class NativeCardReaderThroughTheBridgeTest extends NativeCardReaderTest {

    @Override
    protected CardBench newBench() {
        CardBench bench = super.newBench();
        ((XfsBench<?>) bench).throughTheBridge();
        return bench;
    }
}
