package dev.kioskguard.sim.wire.driver;

import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.CardReaderContract;
import dev.kioskguard.sim.terminal.Card;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.TerminalDevice;

class CardReaderDriverOnTheWireTest extends CardReaderContract {

    @Override
    protected CardBench newBench() {
        return new Slot(way());
    }

    WireBench.Way way() {
        return WireBench.Way.DIRECT;
    }

    private static final class Slot extends WireBench<CardReader> implements CardBench {

        private final Card card = Card.of("honest").orElseThrow();

        Slot(WireBench.Way way) {
            super(CardReader.class, TerminalDevice.CARD_READER, way);
        }

        @Override
        public void insertCard() {
            terminal.cardSlot().offer(card);
        }

        @Override
        public String track2() {
            return card.track2();
        }

        @Override
        public void pullCard() {
            settled(terminal.pullCard());
        }

        @Override
        public void jam() {
            breakDown(Fault.JAM);
        }

        @Override
        public int cardsInBin() {
            return terminal.cardSlot().binCards();
        }
    }
}
