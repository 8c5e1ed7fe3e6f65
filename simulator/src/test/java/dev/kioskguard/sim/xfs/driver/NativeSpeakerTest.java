package dev.kioskguard.sim.xfs.driver;

import dev.kioskguard.device.Speaker;
import dev.kioskguard.device.SpeakerContract;
import dev.kioskguard.sim.xfs.NativeTerminal;

class NativeSpeakerTest extends SpeakerContract {

    @Override
    protected SpeakerBench newBench() {
        return new Sound();
    }

    private static final class Sound extends XfsBench<Speaker> implements SpeakerBench {

        Sound() {
            super(Speaker.class, NativeTerminal.SENSORS);
        }

        @Override
        public void mute(boolean muted) {
            terminal.mute(service, muted);
        }
    }
}
