package dev.kioskguard.device;

import static dev.kioskguard.device.Stages.PATIENCE;
import static dev.kioskguard.device.Stages.done;
import static dev.kioskguard.device.Stages.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.DeviceException.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What every driver of a card reader promises. */
public abstract class CardReaderContract extends DeviceContract<CardReader, CardReaderContract.CardBench> {

    /** A reader, and somebody with a card. */
    public interface CardBench extends Bench<CardReader> {

        /** Puts a card in, waiting until the reader takes it. */
        void insertCard();

        /** Returns track 2 of that card as ISO 7813 prints it. */
        String track2();

        /** Takes the card that sticks out. */
        void pullCard();

        /** Makes a card jam whenever it is moved from now on. */
        void jam();

        /** Returns how many cards are in the bin. */
        int cardsInBin();
    }

    private CardData insertedAndRead() {
        CompletionStage<CardData> reading = device().accept(PATIENCE);
        bench.insertCard();
        return done(reading);
    }

    @Test
    final void aCardIsTakenInAndRead() {
        CardData card = insertedAndRead();

        assertThat(card.track2()).isEqualTo(bench.track2());
        assertThat(device().place()).isEqualTo(CardPlace.INSIDE);
    }

    @Test
    final void whereTheCardGoesIsTold() {
        List<CardPlace> told = new CopyOnWriteArrayList<>();
        device().onPlace(told::add);
        insertedAndRead();

        done(device().eject(PATIENCE));
        assertThat(device().place()).isEqualTo(CardPlace.AT_EXIT);
        bench.pullCard();

        await().atMost(PATIENCE).until(() -> device().place() == CardPlace.NONE);
        assertThat(told).containsSubsequence(CardPlace.INSIDE, CardPlace.AT_EXIT, CardPlace.NONE);
    }

    @Test
    final void aCardNobodyBringsTimesOut() {
        assertThat(fault(device().accept(Duration.ofMillis(200)))).isEqualTo(Fault.TIMEOUT);
        assertThat(device().place()).isEqualTo(CardPlace.NONE);
    }

    @Test
    final void theReaderIsReadyAgainAfterATimeOut() {
        fault(device().accept(Duration.ofMillis(200)));

        assertThat(insertedAndRead().track2()).isEqualTo(bench.track2());
    }

    @Test
    final void aSecondOperationIsTurnedAway() {
        CompletionStage<CardData> waiting = device().accept(PATIENCE);

        assertThat(fault(device().eject(PATIENCE))).isEqualTo(Fault.BUSY);
        bench.insertCard();
        done(waiting);
    }

    @Test
    final void ejectingWithoutACardSaysSo() {
        assertThat(fault(device().eject(PATIENCE))).isEqualTo(Fault.NO_MEDIA);
    }

    @Test
    final void ejectingTwiceIsEjectingOnce() {
        insertedAndRead();

        done(device().eject(PATIENCE));
        done(device().eject(PATIENCE));

        assertThat(device().place()).isEqualTo(CardPlace.AT_EXIT);
    }

    @Test
    final void aRetainedCardIsInTheBin() {
        insertedAndRead();

        done(device().retain(PATIENCE));

        assertThat(bench.cardsInBin()).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> device().place() == CardPlace.NONE);
    }

    @Test
    final void aForgottenCardIsRetainedFromTheExit() {
        insertedAndRead();
        done(device().eject(PATIENCE));

        done(device().retain(PATIENCE));

        assertThat(bench.cardsInBin()).isEqualTo(1);
    }

    @Test
    final void aJammedCardIsNamedAsSuch() {
        insertedAndRead();
        bench.jam();

        assertThat(fault(device().eject(PATIENCE))).isEqualTo(Fault.MEDIA_JAMMED);
        await().atMost(PATIENCE).until(() -> device().place() == CardPlace.JAMMED);
    }

    @Test
    final void theChipAnswersWithAStatusWord() {
        insertedAndRead();
        byte[] select = {0x00, (byte) 0xA4, 0x04, 0x00, 0x00};

        assertThat(done(device().chip(select, PATIENCE))).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    final void aWaitForACardCanBeCancelledAndBegunAgain() {
        device().cancelAccept();
        CompletionStage<CardData> waiting = device().accept(PATIENCE);

        device().cancelAccept();

        assertThat(fault(waiting)).isEqualTo(Fault.CANCELED);
        assertThat(insertedAndRead().track2()).isEqualTo(bench.track2());
    }

    @Test
    final void closingEndsTheWaitForACard() {
        CardReader reader = device();
        CompletionStage<CardData> waiting = reader.accept(PATIENCE);

        reader.close();

        assertThat(fault(waiting)).isEqualTo(Fault.CANCELED);
    }

    @Test
    final void whatWasReadIsNeverPrinted() {
        assertThat(insertedAndRead().toString()).doesNotContain(bench.track2().substring(0, 6));
    }
}
