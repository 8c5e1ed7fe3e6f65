package dev.kioskguard.sim.xfs.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.CardReaderContract;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.time.Duration;

class NativeCardReaderTest extends CardReaderContract {

    @Override
    protected CardBench newBench() {
        return new Slot();
    }

    static class Slot extends XfsBench<CardReader> implements CardBench {

        Slot() {
            super(CardReader.class, NativeTerminal.CARD_READER);
        }

        @Override
        public void insertCard() {
            terminal.insert(service, track2());
            terminal.awaitTakenIn(service);
        }

        /** Has the reader wait for a card, which comes; awaits that it was read. */
        void insertCardInto(CardReader reader) {
            var reading = reader.accept(Duration.ofSeconds(20)).toCompletableFuture();
            insertCard();
            assertThat(reading.join().track2()).isEqualTo(track2());
        }

        @Override
        public String track2() {
            return "6222020200112233445=30121010000000000000";
        }

        @Override
        public void pullCard() {
            terminal.pull(service);
        }

        @Override
        public void jam() {
            terminal.jam(service);
        }

        @Override
        public int cardsInBin() {
            return terminal.cardsInBin(service);
        }
    }
}
