package dev.kioskguard.sim.bank.setup;

import dev.kioskguard.device.CardData;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.sim.bank.app.Issuer;
import dev.kioskguard.sim.pad.DemoKeys;
import dev.kioskguard.sim.pad.PinCheck;
import dev.kioskguard.sim.terminal.Card;
import java.util.Optional;
import java.util.stream.Collectors;

/** The issuer of the simulator's cards. */
public final class DemoIssuer implements Issuer {

    private final PinCheck pins;

    /**
     * An issuer that shares the keys of one terminal.
     *
     * @param serialNumber of the terminal's pad, from which its keys are derived
     */
    public DemoIssuer(String serialNumber) {
        this.pins = new PinCheck(
                new DemoKeys(serialNumber),
                Card.all().stream().collect(Collectors.toMap(Card::number, card -> Card.DEMO_PIN)));
    }

    @Override
    public Optional<String> numberOf(String masked) {
        return Card.all().stream()
                .filter(card -> new CardData(card.track2()).masked().equals(masked))
                .map(Card::number)
                .findFirst();
    }

    @Override
    public boolean isElder(String number) {
        return Card.all().stream()
                .anyMatch(card -> card.elder() && card.number().equals(number));
    }

    @Override
    public String pinKey() {
        return DemoKeys.PIN_KEY_TDES;
    }

    @Override
    public boolean isPinRight(PinBlock block, String number) {
        return pins.isRight(block, number);
    }
}
