package dev.kioskguard.sim.xfs.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.PinPadContract;
import dev.kioskguard.sim.pad.DemoPadBench;
import dev.kioskguard.sim.xfs.NativeTerminal;

class NativePinPadTest extends PinPadContract {

    @Override
    protected PadBench newBench() {
        return new Pad();
    }

    private static final class Pad extends XfsBench<PinPad> implements DemoPadBench {

        Pad() {
            super(PinPad.class, NativeTerminal.PIN_PAD);
        }

        @Override
        public void keyPin(Key... keys) {
            assertThat(terminal.pressPin(service, keys))
                    .as("keys that the pad took")
                    .isEqualTo(keys.length);
        }

        @Override
        public void press(Key... keys) {
            assertThat(terminal.pressPlain(service, keys))
                    .as("keys that the pad took")
                    .isEqualTo(keys.length);
        }

        @Override
        public String madeFor() {
            return NativeTerminal.SERIAL_NUMBER;
        }
    }
}
