package dev.kioskguard.guard.decide;

import static dev.kioskguard.guard.event.GuardEvent.StaffWord.Action.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.BankRequest.Kind;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.transfer.DelayMode;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.TransferRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Help that is called without a word, and help that comes after the money was let go. */
class GuardHelpTest {

    private static final TransferRequest TOMORROW = new TransferRequest(
            Walk.REQUEST.kind(), Walk.REQUEST.amount(), Walk.REQUEST.payee(), Walk.REQUEST.payer(), DelayMode.DAY);

    private static Walk clearHeld(Walk walk) {
        walk.key(Key.CLEAR);
        for (int press = 0; press < 3; press++) {
            walk.now = walk.now.plusSeconds(1);
            walk.key(Key.CLEAR);
        }
        return walk;
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {
                "ASK_PURPOSE",
                "ASK",
                "WARNING",
                "REMIND_BEWARE",
                "REMIND_FAMILY",
                "REMIND_TRUE",
                "CONFIRM",
                "CONFIRM_AGAIN"
            })
    void clearHeldForThreeSecondsRaisesARedPageAndChangesNothingOnTheScreen(Stage stage) {
        Walk walk = Walk.shipped().asked(Walk.REQUEST).on(stage).ready();
        Screen before = walk.screen();
        assertThat(before.choice(Key.CLEAR).isPresent())
                .as("control: where all keys are needed Clear is an answer too")
                .isEqualTo(stage == Stage.ASK_PURPOSE);

        clearHeld(walk);

        assertThat(walk.last.effects())
                .filteredOn(Effect.RaisePage.class::isInstance)
                .singleElement()
                .satisfies(page -> {
                    assertThat(((Effect.RaisePage) page).tier()).isEqualTo("red");
                    assertThat(((Effect.RaisePage) page).reasons()).contains("silent-help");
                });
        assertThat(walk.screen()).isEqualTo(before);
        assertThat(walk.stage()).isEqualTo(stage);
        assertThat(walk.last.effects())
                .filteredOn(Effect.Tell.class::isInstance)
                .isEmpty();
        assertThat(walk.later(Duration.ofSeconds(10)).screen()).as("nor later").isEqualTo(before);
    }

    @Test
    void clearPressedOnceIsAnAnswerAsSoonAsItCannotBeHeldAnyMore() {
        Walk walk = Walk.shipped().asked(Walk.REQUEST).ready().key(Key.CLEAR);
        Instant settles = walk.now.plus(Limits.CLEAR_GAP_MAX);
        assertThat(walk.stage()).isEqualTo(Stage.ASK_PURPOSE);
        assertThat(Deadlines.next(walk.state, Storm.POLICY)).contains(settles);

        walk.later(Limits.CLEAR_GAP_MAX.minusMillis(1));
        assertThat(walk.stage()).isEqualTo(Stage.ASK_PURPOSE);
        walk.later(Duration.ofMillis(1));

        assertThat(walk.stage()).isEqualTo(Stage.ASK);
        assertThat(walk.open().asked().answers()).containsEntry("purpose", "other");
        assertThat(walk.screen().choice(Key.CLEAR)).isEmpty();
        Screen next = walk.screen();
        assertThat(walk.later(Duration.ofSeconds(5)).screen()).as("once").isEqualTo(next);
    }

    @Test
    void anotherKeyOrATouchBeforeThatIsTheAnswerInstead() {
        Walk keyed = Walk.shipped().asked(Walk.REQUEST).ready();
        String first = keyed.screen().choice(Key.ONE).orElseThrow().id();
        keyed.key(Key.CLEAR).key(Key.ONE).later(Duration.ofSeconds(2));
        assertThat(keyed.open().asked().answers().getOrDefault("purpose", first))
                .isEqualTo(first);
        assertThat(keyed.stage()).isNotEqualTo(Stage.ASK_PURPOSE);

        Walk touched = Walk.shipped().asked(Walk.REQUEST).ready().key(Key.CLEAR).choose("rent");
        assertThat(touched.later(Duration.ofSeconds(2)).open().asked().answers())
                .containsEntry("purpose", "rent");
    }

    @Test
    void clearJustBeforeTheTimeIsOverIsAnAnswerAndNoSilence() {
        Walk walk = Walk.shipped().asked(Walk.REQUEST).ready();
        walk.now = walk.screen().times().expires().minusMillis(100);

        walk.key(Key.CLEAR).later(Duration.ofMillis(100));

        assertThat(walk.stage()).isEqualTo(Stage.ASK);
    }

    @Test
    void clearPressedTwiceOrWithLongGapsCallsNobody() {
        Walk twice = Walk.at(Stage.WARNING).ready().key(Key.CLEAR).key(Key.CLEAR);
        assertThat(twice.open().care().silent()).isFalse();

        Walk slowly = Walk.at(Stage.WARNING).ready();
        for (int press = 0; press < 4; press++) {
            slowly.key(Key.CLEAR);
            slowly.now = slowly.now.plusSeconds(2);
        }
        assertThat(slowly.open().care().silent()).isFalse();

        Walk mixed = Walk.at(Stage.WARNING).ready();
        for (int press = 0; press < 4; press++) {
            mixed.key(Key.CLEAR).key(Key.FDK01);
            mixed.now = mixed.now.plusSeconds(1);
        }
        assertThat(mixed.open().care().silent()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"ASK", "WARNING", "REMIND_TRUE", "CONFIRM", "CONFIRM_AGAIN"})
    void afterASilentCallNothingIsClearedBeforeTwoPeopleHaveReleasedIt(Stage stage) {
        Walk walk = clearHeld(Walk.at(stage).ready()).on(Stage.HELD);
        String code = walk.open().care().code();

        walk.staff("mei", RELEASE, code);
        assertThat(walk.stage()).isEqualTo(Stage.HELD);
        walk.staff("lin", RELEASE, code).on(Stage.CLEARED);

        assertThat(walk.reasons()).contains("silent-help");
        assertThat(walk.screen().arguments()).as("no screen tells it").doesNotContainValue("silent-help");
    }

    @Test
    void whoWasCheatedCallsADelayedTransferBackWithOneTap() {
        Walk walk = Walk.begun().asked(TOMORROW).on(Stage.CLEARED);

        walk.choose("cheated");

        assertThat(asked(walk)).containsExactly(Kind.CANCEL, Kind.STOP_PAYMENT, Kind.LOCK_CARD, Kind.PRINT);
        assertThat(walk.screen().textId()).isEqualTo("result.cheated");
        assertThat(walk.last.effects())
                .filteredOn(Effect.RaisePage.class::isInstance)
                .hasSize(1);
        assertThat(walk.last.effects()).filteredOn(Effect.End.class::isInstance).isEmpty();
        assertThat(walk.state.cards().get("card-1").pending()).isEmpty();
    }

    @Test
    void afterRealTimeThereIsNothingToCancelButThePaymentIsStopped() {
        var own = Walk.request(Payee.Standing.UNKNOWN, Payer.UNKNOWN);
        Walk walk = Walk.begun().asked(own).on(Stage.CLEARED);
        assertThat(walk.open().proof().mode()).as("control").isEqualTo(DelayMode.REAL_TIME);

        assertThat(asked(walk.choose("cheated"))).containsExactly(Kind.STOP_PAYMENT, Kind.LOCK_CARD, Kind.PRINT);
    }

    @Test
    void theNextCardWithinTheDelayIsToldAndOneTapCallsTheTransferBack() {
        Walk walk = Walk.begun().asked(TOMORROW).on(Stage.CLEARED).gone().later(Duration.ofHours(23));

        walk.visit("s-2", "card-1");

        Screen told = walk.state.notice().screen();
        assertThat(told.textId()).isEqualTo("notice.pending");
        walk.take(new GuardEvent.ChoiceMade(walk.now, told.id(), "cheated"));
        assertThat(asked(walk)).contains(Kind.CANCEL, Kind.STOP_PAYMENT);
        assertThat(walk.state.cards().get("card-1").pending()).isEmpty();
    }

    @Test
    void anElderIsToldOfItAsAnElderAndHasTwiceTheTime() {
        Walk usual = Walk.begun().asked(TOMORROW).on(Stage.CLEARED).gone().later(Duration.ofHours(1));
        Walk elder = Walk.begun().asked(TOMORROW).on(Stage.CLEARED).gone().later(Duration.ofHours(1));
        usual.visit("s-2", "card-1");
        elder.visit("s-2", "card-1", true);

        Screen told = elder.state.notice().screen();
        assertThat(told.look().manner()).isEqualTo(Manner.ELDER);
        assertThat(patience(told))
                .isEqualTo(patience(usual.state.notice().screen()).multipliedBy(2));
        assertThat(usual.state.notice().screen().look().manner()).as("control").isEqualTo(Manner.ORDINARY);
        elder.take(new GuardEvent.ChoiceMade(elder.now, told.id(), "cheated"));
        assertThat(elder.state.notice().screen().look().manner()).isEqualTo(Manner.ELDER);
    }

    @Test
    void withAHeadsetItIsToldByVoiceAlone() {
        Walk walk = Walk.begun().asked(TOMORROW).on(Stage.CLEARED).gone().later(Duration.ofHours(1));
        walk.take(new GuardEvent.HeadsetChanged(walk.now, true));

        walk.visit("s-2", "card-1");

        assertThat(walk.state.notice().screen().look().manner()).isEqualTo(Manner.AUDIO);
    }

    private static Duration patience(Screen screen) {
        return Duration.between(screen.times().ready(), screen.times().expires());
    }

    @Test
    void afterTheDelayOrForAnotherCardNothingIsTold() {
        Walk late = Walk.begun().asked(TOMORROW).on(Stage.CLEARED).gone().later(Duration.ofHours(25));
        assertThat(late.visit("s-2", "card-1").state.notice()).isNull();

        Walk other = Walk.begun().asked(TOMORROW).on(Stage.CLEARED).gone().later(Duration.ofHours(1));
        assertThat(other.visit("s-2", "card-2").state.notice()).isNull();
    }

    private static List<Kind> asked(Walk walk) {
        return walk.last.effects().stream()
                .filter(Effect.AskBank.class::isInstance)
                .map(effect -> ((Effect.AskBank) effect).request().kind())
                .toList();
    }
}
