package dev.kioskguard.sim.wire.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.PinPadContract;
import dev.kioskguard.sim.pad.DemoPadBench;
import dev.kioskguard.sim.pad.EncryptingPad;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.List;

class PinPadDriverOnTheWireTest extends PinPadContract {

    @Override
    protected PadBench newBench() {
        return new Pad(way());
    }

    WireBench.Way way() {
        return WireBench.Way.DIRECT;
    }

    private static final class Pad extends WireBench<PinPad> implements DemoPadBench {

        Pad(WireBench.Way way) {
            super(PinPad.class, TerminalDevice.PIN_PAD, way);
        }

        @Override
        public void keyPin(Key... keys) {
            settled(terminal.whenKeypad(EncryptingPad.Mode.PIN));
            pressed(keys);
        }

        @Override
        public void press(Key... keys) {
            settled(terminal.whenKeypad(EncryptingPad.Mode.PLAIN));
            pressed(keys);
        }

        private void pressed(Key... keys) {
            assertThat(settled(terminal.press(List.of(keys))))
                    .as("keys that the pad took")
                    .isEqualTo(keys.length);
        }

        @Override
        public String madeFor() {
            return serialNumber();
        }
    }
}
