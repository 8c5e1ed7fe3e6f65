package dev.kioskguard.sim.wire.driver;

import dev.kioskguard.device.Speaker;
import dev.kioskguard.device.SpeakerContract;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.TerminalDevice;

class SpeakerDriverOnTheWireTest extends SpeakerContract {

    @Override
    protected SpeakerBench newBench() {
        return new Voice(way());
    }

    WireBench.Way way() {
        return WireBench.Way.DIRECT;
    }

    private static final class Voice extends WireBench<Speaker> implements SpeakerBench {

        Voice(WireBench.Way way) {
            super(Speaker.class, TerminalDevice.SPEAKER, way);
        }

        @Override
        public void mute(boolean muted) {
            breakDown(muted ? Fault.MUTE : Fault.NONE);
        }
    }
}
