package dev.kioskguard.sim.bank.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.CardData;
import dev.kioskguard.sim.terminal.Card;
import org.junit.jupiter.api.Test;

class DemoIssuerTest {

    private final DemoIssuer issuer = new DemoIssuer("SN-1");

    @Test
    void everyCardIsKnownByWhatAReceiptPrintsOfIt() {
        assertThat(Card.all())
                .isNotEmpty()
                .allSatisfy(card -> assertThat(issuer.numberOf(new CardData(card.track2()).masked()))
                        .contains(card.number()));
        assertThat(issuer.numberOf("622202*********9999")).isEmpty();
    }

    @Test
    void onlyTheElderIsOne() {
        assertThat(Card.all().stream().filter(card -> issuer.isElder(card.number())))
                .extracting(Card::name)
                .containsExactly("elder");
    }
}
