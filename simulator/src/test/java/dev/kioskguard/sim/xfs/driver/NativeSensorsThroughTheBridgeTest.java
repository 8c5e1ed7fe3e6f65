package dev.kioskguard.sim.xfs.driver;

class NativeSensorsThroughTheBridgeTest extends NativeSensorsTest {

    @Override
    protected SensorsBench newBench() {
        SensorsBench bench = super.newBench();
        ((XfsBench<?>) bench).throughTheBridge();
        return bench;
    }
}
