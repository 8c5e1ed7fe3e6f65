package dev.kioskguard.sim.wire.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.PinPadContract;
import dev.kioskguard.sim.pad.DemoKeys;
import dev.kioskguard.sim.pad.EncryptingPad;
import dev.kioskguard.sim.pad.PinCheck;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class PinPadDriverOnTheWireTest extends PinPadContract {

    @Override
    protected PadBench newBench() {
        return new Pad(way());
    }

    WireBench.Way way() {
        return WireBench.Way.DIRECT;
    }

    private static final class Pad extends WireBench<PinPad> implements PadBench {

        private static final int PINS_OF_FOUR_DIGITS = 10_000;

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
        public String keyName(PinBlock.Format format) {
            return format == PinBlock.Format.ISO_0 ? DemoKeys.PIN_KEY_TDES : DemoKeys.PIN_KEY_AES;
        }

        /** The host can only say whether a PIN is right, so it is asked about every one. */
        @Override
        public String pinWithin(PinBlock block, String account) {
            DemoKeys keys = new DemoKeys(serialNumber());
            return IntStream.range(0, PINS_OF_FOUR_DIGITS)
                    .mapToObj("%04d"::formatted)
                    .filter(pin -> new PinCheck(keys, Map.of(account, pin)).isRight(block, account))
                    .findFirst()
                    .orElse("none");
        }
    }
}
