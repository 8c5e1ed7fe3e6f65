package dev.kioskguard.adapter.jxfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.jxfs.Outcome.CardRead;
import dev.kioskguard.adapter.jxfs.Outcome.ChipAnswer;
import dev.kioskguard.adapter.jxfs.StatusChange.Reason;
import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardControlTest {

    private final PlayedReader reader = new PlayedReader(DeviceStatus.ONLINE);
    private final Controls controls = new Controls().add("MSD1", reader);
    private final CardControl card = controls.card("MSD1");
    private final Ears ears = Ears.of(card);

    @AfterEach
    void close() {
        controls.close();
    }

    private void open() {
        assertThat(ears.end(card.open()).result()).isEqualTo(JxfsCodes.RC_SUCCESSFUL);
    }

    @Test
    void anOperationReturnsAnIdAtOnceAndEndsWithOneEventThatBearsIt() {
        open();

        int id = card.readData();
        PlayedReader.next(reader.accepting).complete(PlayedReader.CARD);
        OperationComplete end = ears.end(id);
        int after = card.ejectCard();
        PlayedReader.next(reader.moving).complete(null);

        assertThat(ears.end(after).isSuccessful()).isTrue();
        assertThat(end.operationId()).isEqualTo(CardControl.O_READ);
        assertThat(end.data()).isEqualTo(new CardRead(PlayedReader.CARD));
        assertThat(end).hasToString(end.toString().replace(PlayedReader.CARD.track2(), ""));
        assertThat(ears.completed)
                .extracting(OperationComplete::identificationId)
                .doesNotHaveDuplicates();
    }

    @Test
    void onItsWayAReadSaysThatACardIsWaitedForAndThatOneCame() {
        open();

        int id = card.readData();
        PlayedReader.next(reader.accepting).complete(PlayedReader.CARD);
        ears.end(id);

        assertThat(ears.onTheWay)
                .extracting(Intermediate::reason)
                .containsExactly(JxfsCodes.I_MSD_NO_MEDIA_PRESENT, JxfsCodes.I_MSD_MEDIA_INSERTED);
        assertThat(ears.onTheWay).allMatch(event -> event.identificationId() == id);
    }

    @Test
    void aReadHasNoTimeOutAndIsCanceledByItsId() {
        open();
        int id = card.readData();
        PlayedReader.next(reader.accepting).completeExceptionally(PlayedReader.fault(Fault.TIMEOUT));
        var unused = PlayedReader.next(reader.accepting);

        card.cancel(id);

        assertThat(ears.end(id).result()).isEqualTo(JxfsCodes.E_CANCELLED);
        assertThat(reader.done).containsExactly("accept", "accept", "cancel");
    }

    @Test
    void aReaderThatSaysAtOnceThatNoCardCameIsAskedAgainAfterAPauseOnly() {
        open();
        reader.impatient = true;
        int id = card.readData();
        await().until(() -> reader.done.size() >= 3);
        reader.impatient = false;

        PlayedReader.next(reader.accepting).complete(PlayedReader.CARD);

        assertThat(ears.end(id).isSuccessful()).isTrue();
        assertThat(reader.done).as("times it was asked").hasSizeLessThan(100);
    }

    @Test
    void whatIsAskedForBeforeOpeningHasEndedWaits() {
        reader.found(new DeviceStatus(State.STARTING, "powering up"));

        int opened = card.open();
        int id = card.ejectCard();
        assertThat(reader.done).isEmpty();
        reader.found(DeviceStatus.ONLINE);
        PlayedReader.next(reader.moving).complete(null);

        assertThat(ears.end(id).isSuccessful()).isTrue();
        assertThat(ears.completed)
                .extracting(OperationComplete::identificationId)
                .containsExactly(opened, id);
    }

    @Test
    void whereOpeningFailsWhatWaitedEndsAsClosed() {
        reader.found(new DeviceStatus(State.STARTING, "powering up"));
        int opened = card.open();
        int id = card.readData();

        reader.found(new DeviceStatus(State.NO_DEVICE, "nothing at that port"));

        assertThat(ears.end(opened).result()).isEqualTo(JxfsCodes.E_NOHARDWARE);
        assertThat(ears.end(id).result()).isEqualTo(JxfsCodes.E_CLOSED);
        assertThatThrownBy(card::readData)
                .isInstanceOfSatisfying(
                        JxfsException.class,
                        refused -> assertThat(refused.errorCode()).isEqualTo(JxfsCodes.E_CLOSED));
    }

    @Test
    void aReaderThatIsOnlyOfflineOpensAllTheSame() {
        reader.found(new DeviceStatus(State.OFFLINE, "cable"));

        open();

        assertThat(card.getStatus().isWorking()).isFalse();
        assertThat(card.getStatus().open()).isTrue();
    }

    @Test
    void closingCancelsWhatWaitsAndComesLast() {
        open();
        int atWork = card.ejectCard();
        int waiting = card.retainCard();
        var ejecting = PlayedReader.next(reader.moving);

        int closed = card.close();
        assertThat(ears.end(waiting).result()).isEqualTo(JxfsCodes.E_CANCELLED);
        ejecting.complete(null);

        assertThat(ears.end(closed).isSuccessful()).isTrue();
        assertThat(ears.completed)
                .extracting(OperationComplete::identificationId)
                .endsWith(waiting, atWork, closed);
        assertThatThrownBy(card::close).hasMessageContaining("open it before");
    }

    @ParameterizedTest
    @CsvSource({
        "MEDIA_JAMMED, 4012",
        "NO_MEDIA, 4010",
        "INVALID_MEDIA, 4007",
        "CONNECTION_LOST, 1012",
        "UNSUPPORTED, 1022",
        "BUSY, 1017",
        "OTHER, 1015"
    })
    void aFaultHasItsNumberOfTheStandard(Fault fault, int result) {
        open();

        int id = card.ejectCard();
        PlayedReader.next(reader.moving).completeExceptionally(PlayedReader.fault(fault));

        assertThat(ears.end(id).result()).isEqualTo(result);
        assertThat(ears.end(id).extendedResult()).isEqualTo(JxfsCodes.extended(fault));
        assertThat(ears.end(id).detail()).contains("as told");
    }

    @Test
    void whereTheCardIsEverybodyIsTold() {
        open();

        reader.place.set(CardPlace.INSIDE);

        await().until(() -> ears.statuses.stream()
                .anyMatch(event ->
                        event.reason() == Reason.MEDIA && event.status().media() == CardPlace.INSIDE));
    }

    @Test
    void aChipAnswersInBytes() {
        open();

        assertThat(ears.end(card.chipIO(new byte[] {0})).data())
                .isEqualTo(new ChipAnswer(List.of((byte) 0x90, (byte) 0)));
    }

    @Test
    void moreThanMayWaitIsRefusedAndLeavesTheRestAlone() {
        open();
        for (int i = 0; i < SharedDevice.OPERATIONS_MAX; i++) {
            card.ejectCard();
        }

        assertThatThrownBy(card::ejectCard)
                .isInstanceOfSatisfying(
                        JxfsException.class,
                        refused -> assertThat(refused.errorCode()).isEqualTo(JxfsCodes.E_BUSY));
        for (int i = 0; i < SharedDevice.OPERATIONS_MAX; i++) {
            PlayedReader.next(reader.moving).complete(null);
        }

        await().until(() -> ears.completed.size() == 1 + SharedDevice.OPERATIONS_MAX);
        card.ejectCard();
    }

    @Test
    void everyEventComesOnOneThreadWhichMayAskForMore() throws InterruptedException {
        var ejected = new CountDownLatch(1);
        var thread = new AtomicReference<String>("");
        card.addListener(new ControlListener() {
            @Override
            public void operationCompleteOccurred(OperationComplete event) {
                if (event.operationId() == JxfsCodes.O_OPEN) {
                    card.claim(JxfsCodes.FOREVER);
                    card.ejectCard();
                } else {
                    thread.set(Thread.currentThread().getName());
                    ejected.countDown();
                }
            }
        });

        card.open();
        PlayedReader.next(reader.moving).complete(null);

        assertThat(ejected.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(thread.get()).isEqualTo("jxfs-events");
    }

    @Test
    void aNameThatNobodyHasIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> controls.card("MSD2")).hasMessageContaining("there are [MSD1]");
        assertThatThrownBy(() -> controls.pinPad("MSD1")).hasMessageContaining("MSD1 is no PinPad");
    }
}
