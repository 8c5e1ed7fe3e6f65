package dev.kioskguard.sim.xfs.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.PinPadContract;
import dev.kioskguard.sim.pad.DemoKeys;
import dev.kioskguard.sim.pad.PinCheck;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.util.Map;
import java.util.stream.IntStream;

class NativePinPadTest extends PinPadContract {

    @Override
    protected PadBench newBench() {
        return new Pad();
    }

    private static final class Pad extends XfsBench<PinPad> implements PadBench {

        private static final int PINS_OF_FOUR_DIGITS = 10_000;

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
        public String keyName(PinBlock.Format format) {
            return format == PinBlock.Format.ISO_0 ? DemoKeys.PIN_KEY_TDES : DemoKeys.PIN_KEY_AES;
        }

        /** The host can only say whether a PIN is right, so it is asked about every one. */
        @Override
        public String pinWithin(PinBlock block, String account) {
            DemoKeys keys = new DemoKeys(NativeTerminal.SERIAL_NUMBER);
            return IntStream.range(0, PINS_OF_FOUR_DIGITS)
                    .mapToObj("%04d"::formatted)
                    .filter(pin -> new PinCheck(keys, Map.of(account, pin)).isRight(block, account))
                    .findFirst()
                    .orElse("none");
        }
    }
}
