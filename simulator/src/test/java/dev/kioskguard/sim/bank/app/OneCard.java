package dev.kioskguard.sim.bank.app;

import dev.kioskguard.device.PinBlock;
import java.util.Optional;

/** A bank with one card, an elder's, whose right PIN block is known. */
final class OneCard implements Issuer {

    static final String NUMBER = "6222020200112233";
    static final String MASKED = "622202******2233";

    @Override
    public Optional<String> numberOf(String masked) {
        return masked.equals(MASKED) ? Optional.of(NUMBER) : Optional.empty();
    }

    @Override
    public boolean isElder(String number) {
        return true;
    }

    @Override
    public String pinKey() {
        return "PINKEY";
    }

    @Override
    public boolean isPinRight(PinBlock block, String number) {
        return block.hex().endsWith("FF");
    }
}
