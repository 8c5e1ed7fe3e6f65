package dev.kioskguard.adapter.jxfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.jxfs.StatusChange.Reason;
import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two applications, or two parts of one, at the same reader. */
class TwoControlsTest {

    private static final int SHORT = 50;

    private final PlayedReader reader = new PlayedReader(DeviceStatus.ONLINE);
    private final Controls controls = new Controls().add("MSD1", reader);
    private final CardControl one = controls.card("MSD1");
    private final CardControl two = controls.card("MSD1");
    private final Ears ofOne = Ears.of(one);
    private final Ears ofTwo = Ears.of(two);

    @BeforeEach
    void open() {
        ofOne.end(one.open());
        ofTwo.end(two.open());
    }

    @AfterEach
    void close() {
        controls.close();
    }

    @Test
    void theEndOfAnOperationIsToldToWhomItBelongsAndTheStatusToBoth() {
        int id = one.ejectCard();
        PlayedReader.next(reader.moving).complete(null);
        ofOne.end(id);
        reader.place.set(CardPlace.AT_EXIT);
        reader.found(new DeviceStatus(State.OFFLINE, "cable"));

        for (Ears ears : new Ears[] {ofOne, ofTwo}) {
            await().until(() -> ears.statuses.stream().anyMatch(event -> event.reason() == Reason.MEDIA));
            await().until(() -> ears.statuses.stream()
                    .anyMatch(event -> event.reason() == Reason.DEVICE
                            && event.status().device().state() == State.OFFLINE));
        }
        assertThat(ofTwo.completed).extracting(OperationComplete::operationId).containsExactly(JxfsCodes.O_OPEN);
        assertThat(ofTwo.onTheWay).isEmpty();
    }

    @Test
    void whoeverHasClaimedItKeepsTheOtherWaitingUntilTheRelease() {
        assertThat(one.claim(SHORT)).isTrue();

        int waiting = two.ejectCard();
        int own = one.retainCard();
        PlayedReader.next(reader.moving).complete(null);
        ofOne.end(own);
        assertThat(reader.done).as("the other still waits").containsExactly("retain");
        assertThat(one.release(JxfsCodes.FOREVER)).isTrue();
        PlayedReader.next(reader.moving).complete(null);

        assertThat(ofTwo.end(waiting).isSuccessful()).isTrue();
        assertThat(reader.done).containsExactly("retain", "eject");
    }

    @Test
    void aClaimThatIsNotGrantedInTimeIsNotGrantedLater() {
        assertThat(one.claim(SHORT)).isTrue();

        assertThat(two.claim(SHORT)).isFalse();
        assertThat(one.release(SHORT)).isTrue();

        assertThat(two.getStatus().claimed()).isFalse();
        assertThat(one.claim(SHORT)).as("free for whoever comes").isTrue();
    }

    @Test
    void aClaimThatWaitsIsGrantedAtTheRelease() {
        assertThat(one.claim(JxfsCodes.FOREVER)).isTrue();
        var granted = CompletableFuture.supplyAsync(() -> two.claim(JxfsCodes.FOREVER));

        assertThat(one.release(JxfsCodes.FOREVER)).isTrue();

        assertThat(granted.join()).isTrue();
        assertThat(two.getStatus().claimed()).isTrue();
        assertThat(one.getStatus().claimedByOther()).isTrue();
        await().until(() -> ofOne.statuses.stream()
                .anyMatch(event ->
                        event.reason() == Reason.CLAIM && event.status().claimedByOther()));
    }

    @Test
    void aClaimIsGrantedOnlyOnceTheOthersOperationIsOver() {
        int id = one.ejectCard();
        var ejecting = PlayedReader.next(reader.moving);

        assertThat(two.claim(SHORT)).isFalse();
        var granted = CompletableFuture.supplyAsync(() -> two.claim(JxfsCodes.FOREVER));
        ejecting.complete(null);

        assertThat(granted.join()).isTrue();
        assertThat(ofOne.end(id).isSuccessful()).isTrue();
    }

    @Test
    void aReleaseWaitsForItsOwnOperationsAndKeepsTheClaimWhereTheyTakeTooLong() {
        assertThat(one.claim(SHORT)).isTrue();
        one.ejectCard();
        var ejecting = PlayedReader.next(reader.moving);

        assertThat(one.release(SHORT)).isFalse();
        assertThat(one.getStatus().claimed()).isTrue();
        ejecting.complete(null);

        assertThat(one.release(JxfsCodes.FOREVER)).isTrue();
        assertThatThrownBy(() -> one.release(SHORT))
                .isInstanceOfSatisfying(
                        JxfsException.class,
                        refused -> assertThat(refused.errorCode()).isEqualTo(JxfsCodes.E_NOTCLAIMED));
    }

    @Test
    void whoeverClosesGivesTheClaimUp() {
        assertThat(one.claim(SHORT)).isTrue();
        assertThatThrownBy(() -> one.claim(SHORT)).hasMessageContaining("already");

        ofOne.end(one.close());

        assertThat(two.claim(JxfsCodes.FOREVER)).isTrue();
    }

    @Test
    void closingAllOfThemEndsWhatIsAskedForAndRefusesTheRestAsClosed() {
        int atWork = one.ejectCard();
        int waiting = two.retainCard();
        var unused = PlayedReader.next(reader.moving);
        var claiming = CompletableFuture.supplyAsync(() -> resultOf(() -> two.claim(JxfsCodes.FOREVER)));

        controls.close();

        assertThat(ofOne.end(atWork).result()).isEqualTo(JxfsCodes.E_CANCELLED);
        assertThat(ofTwo.end(waiting).result()).isEqualTo(JxfsCodes.E_CANCELLED);
        assertThat(claiming.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(JxfsCodes.E_CLOSED);
        for (ThrowingCallable asked : List.<ThrowingCallable>of(
                () -> one.claim(SHORT), () -> one.release(SHORT), one::ejectCard, () -> one.cancel(1), one::close)) {
            assertThat(resultOf(asked)).isEqualTo(JxfsCodes.E_CLOSED);
        }
        assertThat(resultOf(one::open)).as("for good").isEqualTo(JxfsCodes.E_CLOSED);
        assertThat(reader.done).as("nothing begins").containsExactly("eject");
    }

    @Test
    void whatIsClosedWhileItOpensSaysSo() {
        reader.found(new DeviceStatus(State.STARTING, "powering up"));
        CardControl late = controls.card("MSD1");
        Ears ears = Ears.of(late);
        int opened = late.open();

        controls.close();

        assertThat(ears.end(opened).result()).isEqualTo(JxfsCodes.E_CLOSED);
    }

    private static int resultOf(ThrowingCallable asked) {
        return Optional.ofNullable(catchThrowableOfType(JxfsException.class, asked))
                .map(JxfsException::errorCode)
                .orElse(JxfsCodes.RC_SUCCESSFUL);
    }

    @Test
    void nobodyCancelsWhatIsNotTheirs() {
        int id = one.ejectCard();
        int waiting = one.retainCard();
        var ejecting = PlayedReader.next(reader.moving);

        two.cancel(waiting);
        two.cancel(id);
        ejecting.complete(null);
        PlayedReader.next(reader.moving).complete(null);

        assertThat(ofOne.end(id).isSuccessful()).isTrue();
        assertThat(ofOne.end(waiting).isSuccessful()).isTrue();
    }

    @Test
    void aListenerThatBlocksKeepsNobodyFromWorking() {
        var never = new CompletableFuture<Void>();
        one.addListener(new ControlListener() {
            @Override
            public void operationCompleteOccurred(OperationComplete event) {
                never.join();
            }
        });
        one.ejectCard();
        PlayedReader.next(reader.moving).complete(null);

        two.retainCard();
        PlayedReader.next(reader.moving).complete(null);

        await().until(() -> reader.done.size() == 2);
        assertThat(two.claim(JxfsCodes.FOREVER)).isTrue();
        for (int i = 0; i < Loop.EVENTS_MAX * 2; i++) {
            reader.place.set(i % 2 == 0 ? CardPlace.INSIDE : CardPlace.NONE);
        }
        await().until(() -> controls.eventsLost() > 0);
        never.complete(null);
    }
}
