package dev.kioskguard.sim.pad;

import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPadContract;
import java.util.Map;
import java.util.stream.IntStream;

/** A pad that holds the keys of the demonstration, and a host that can only say whether a PIN is right. */
public interface DemoPadBench extends PinPadContract.PadBench {

    int PINS_OF_FOUR_DIGITS = 10_000;

    /** Returns the serial number of the terminal that the pad is part of. */
    String madeFor();

    @Override
    default String keyName(PinBlock.Format format) {
        return format == PinBlock.Format.ISO_0 ? DemoKeys.PIN_KEY_TDES : DemoKeys.PIN_KEY_AES;
    }

    /** Asks the host about every PIN. */
    @Override
    default String pinWithin(PinBlock block, String account) {
        DemoKeys keys = new DemoKeys(madeFor());
        return IntStream.range(0, PINS_OF_FOUR_DIGITS)
                .mapToObj("%04d"::formatted)
                .filter(pin -> new PinCheck(keys, Map.of(account, pin)).isRight(block, account))
                .findFirst()
                .orElse("none");
    }
}
