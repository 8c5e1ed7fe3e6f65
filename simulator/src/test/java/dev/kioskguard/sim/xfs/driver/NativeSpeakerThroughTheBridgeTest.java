package dev.kioskguard.sim.xfs.driver;

class NativeSpeakerThroughTheBridgeTest extends NativeSpeakerTest {

    @Override
    protected SpeakerBench newBench() {
        SpeakerBench bench = super.newBench();
        ((XfsBench<?>) bench).throughTheBridge();
        return bench;
    }
}
