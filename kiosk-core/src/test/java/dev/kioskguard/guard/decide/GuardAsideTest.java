package dev.kioskguard.guard.decide;

import static dev.kioskguard.guard.event.GuardEvent.StaffWord.Action.CANCEL;
import static dev.kioskguard.guard.event.GuardEvent.StaffWord.Action.HOLD;
import static dev.kioskguard.guard.event.GuardEvent.StaffWord.Action.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.event.Reply.Why;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.transfer.DelayMode;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.vision.Signal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Off the way and back to it: held, on the phone, paused. */
class GuardAsideTest {

    private static Why why(Walk walk) {
        assertThat(walk.last.reply()).isInstanceOf(Reply.Declined.class);
        return ((Reply.Declined) walk.last.reply()).why();
    }

    private static Walk red() {
        return Walk.begun()
                .asked(Walk.REQUEST)
                .saying("know-payee", "stranger")
                .saying("how-met", "by-phone")
                .saying("coached", "yes");
    }

    @Test
    void redIsHeldUntilTwoDifferentPeopleHaveReleasedIt() {
        Walk walk = red().on(Stage.HELD);
        assertThat(walk.open().judgement().tier()).isEqualTo(Tier.RED);
        assertThat(walk.screen().choice("go-back")).as("no way back from red").isEmpty();
        String code = walk.open().care().code();

        assertThat(walk.staff("mei", RELEASE, code).stage()).isEqualTo(Stage.HELD);
        assertThat(walk.staff("mei", RELEASE, code).stage())
                .as("the same person again")
                .isEqualTo(Stage.HELD);
        walk.staff("lin", RELEASE, code);

        assertThat(walk.stage()).isIn(Stage.CONFIRM, Stage.COMPREHENSION);
        assertThat(walk.on(Stage.CLEARED).open().verdict().release().mode()).isEqualTo(DelayMode.DAY);
    }

    @Test
    void aReleaseNeedsTheCodeOfTheScreenAndAHold() {
        Walk walk = Walk.at(Stage.WARNING);
        assertThat(why(walk.staff("mei", RELEASE, "0000"))).isEqualTo(Why.NOT_HELD);
        walk.staff("mei", HOLD, "");
        String code = walk.open().care().code();

        assertThat(why(walk.staff("mei", RELEASE, code.equals("0000") ? "0001" : "0000")))
                .isEqualTo(Why.WRONG_CODE);
        assertThat(walk.staff("mei", RELEASE, code).stage()).isEqualTo(Stage.WARNING);
    }

    @Test
    void whoAskedForHelpMayGoBackUntilStaffTakeOver() {
        Walk walk = Walk.at(Stage.REMIND_FAMILY).choose("help");
        assertThat(walk.stage()).isEqualTo(Stage.HELD);
        assertThat(walk.ready().choose("go-back").stage()).isEqualTo(Stage.REMIND_FAMILY);

        walk.choose("help").staff("mei", HOLD, "");

        assertThat(walk.screen().choice("go-back")).isEmpty();
    }

    @Test
    void aHoldThatNobodyComesToIsRefusedAfterItsTimeAndNotBefore() {
        Walk walk = Walk.at(Stage.WARNING).choose("help");
        Duration held = Storm.POLICY.limits().held();

        assertThat(walk.later(held.minusMillis(1)).stage()).isEqualTo(Stage.HELD);
        assertThat(walk.later(Duration.ofMillis(1)).stage()).isEqualTo(Stage.REFUSED);
        assertThat(walk.reasons()).contains("no-staff");
    }

    @Test
    void aStaffCancelEndsAndIsRemembered() {
        Walk walk = Walk.at(Stage.CONFIRM).staff("mei", CANCEL, "");

        assertThat(walk.stage()).isEqualTo(Stage.REFUSED);
        assertThat(walk.remembersStop("card-1")).isTrue();
        assertThat(why(walk.staff("mei", CANCEL, ""))).isEqualTo(Why.TRANSFER_ENDED);
    }

    @Test
    void aCallAtTheEarWaitsUntilItHasBeenOverForTenSeconds() {
        Walk walk = Walk.at(Stage.REMIND_BEWARE).signal(Signal.CALL_AT_EAR, true);
        assertThat(walk.stage()).isEqualTo(Stage.HANG_UP);

        walk.signal(Signal.CALL_AT_EAR, false);
        assertThat(walk.later(Duration.ofMillis(9_999)).stage()).isEqualTo(Stage.HANG_UP);
        assertThat(walk.later(Duration.ofMillis(1)).stage()).isEqualTo(Stage.REMIND_BEWARE);
    }

    @Test
    void aCallBeforeThePurposeInterruptsOnlyAfterIt() {
        Walk walk = Walk.at(Stage.ASK_PURPOSE).signal(Signal.CALL_AT_EAR, true);
        assertThat(walk.stage()).isEqualTo(Stage.ASK_PURPOSE);

        assertThat(walk.ready().choose("goods").stage()).isEqualTo(Stage.HANG_UP);
    }

    @Test
    void twoKindsOfEvidenceCallAPersonOnceAndMakeItOrange() {
        Walk walk = Walk.at(Stage.WARNING).signal(Signal.SECOND_PERSON, true);
        assertThat(walk.last.effects()).noneMatch(Effect.RaisePage.class::isInstance);

        walk.signal(Signal.DICTATED_KEYING, true);
        assertThat(walk.last.effects()).anyMatch(Effect.RaisePage.class::isInstance);
        assertThat(walk.open().judgement().tier()).isEqualTo(Tier.ORANGE);

        walk.signal(Signal.HESITATION, true);
        assertThat(walk.last.effects()).as("one page").noneMatch(Effect.RaisePage.class::isInstance);
    }

    @Test
    void aPausedTransferGoesOnFromTheWarningWithCodeAndCard() {
        Walk walk = paused();
        String code = walk.state.paused().get(Walk.TRANSFER).care().code();

        walk.visit("s-2", "card-1").take(new GuardEvent.TransferResumed(walk.now, Walk.TRANSFER, "s-2", code));

        assertThat(walk.stage()).isEqualTo(Stage.WARNING);
        assertThat(walk.open().proof().warned()).as("the warning is given anew").isEmpty();
        assertThat(walk.state.paused()).isEmpty();
    }

    @Test
    void anotherCardDoesNotTakeAPausedTransferUp() {
        Walk walk = paused();
        String code = walk.state.paused().get(Walk.TRANSFER).care().code();

        walk.visit("s-2", "card-2").take(new GuardEvent.TransferResumed(walk.now, Walk.TRANSFER, "s-2", code));

        assertThat(why(walk)).isEqualTo(Why.ANOTHER_CARD);
    }

    @Test
    void threeWrongCodesEndAPause() {
        Walk walk = paused().visit("s-2", "card-1");
        for (int tries = 1; tries <= 3; tries++) {
            assertThat(walk.state.paused()).as("before try %d", tries).hasSize(1);
            walk.take(new GuardEvent.TransferResumed(walk.now, Walk.TRANSFER, "s-2", "wrong"));
            assertThat(why(walk)).isEqualTo(Why.WRONG_CODE);
        }

        assertThat(walk.state.paused()).isEmpty();
        assertThat(walk.last.effects()).anyMatch(Effect.End.class::isInstance);
    }

    @Test
    void aPauseLapsesAfterFiveMinutes() {
        Walk walk = paused();
        Duration pause = Storm.POLICY.limits().pause();

        assertThat(walk.later(pause.minusMillis(1)).state.paused()).hasSize(1);
        assertThat(walk.later(Duration.ofMillis(1)).state.paused()).isEmpty();
    }

    @Test
    void onePauseTooManyEndsTheOneThatBeganFirst() {
        Walk walk = paused();
        Case first = walk.state.paused().get(Walk.TRANSFER);
        walk.state = walk.state.withoutPaused(Walk.TRANSFER);
        for (int i = 0; i < Limits.PAUSED_MAX; i++) {
            walk.state = walk.state.withPaused(named("p-" + i, first));
        }

        walk.visit(Walk.SESSION, "card-1").asked(Walk.REQUEST).on(Stage.REMIND_FAMILY);
        walk.ready().choose("pause").gone();

        assertThat(walk.state.paused())
                .hasSize(Limits.PAUSED_MAX)
                .containsKeys("p-1", Walk.TRANSFER)
                .doesNotContainKey("p-0");
        assertThat(walk.last.effects())
                .filteredOn(Effect.End.class::isInstance)
                .singleElement()
                .extracting(effect -> ((Effect.End) effect).transferId())
                .isEqualTo("p-0");
    }

    private static Case named(String transferId, Case like) {
        Case.Named name = like.named();
        return new Case(
                new Case.Named(transferId, name.sessionId(), name.cardToken(), name.language(), name.manner()),
                like.request(),
                like.background(),
                like.place(),
                like.asked(),
                like.proof(),
                like.care(),
                like.judgement(),
                like.against(),
                like.screen(),
                like.verdict());
    }

    private static Walk paused() {
        Walk walk = Walk.at(Stage.REMIND_FAMILY).ready().choose("pause");
        assertThat(walk.stage()).isEqualTo(Stage.PAUSED);
        return walk.take(new GuardEvent.VisitEnded(walk.now, Walk.SESSION));
    }
}
