package dev.kioskguard.guard.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.event.Reply.Why;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.BankRequest;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.transfer.DelayMode;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.Relation;
import dev.kioskguard.transfer.Tier;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardWalkTest {

    private static Why why(Walk walk) {
        assertThat(walk.last.reply()).isInstanceOf(Reply.Declined.class);
        return ((Reply.Declined) walk.last.reply()).why();
    }

    @Test
    void anHonestTransferMovesAtOnceWithEveryProof() {
        Walk walk = Walk.at(Stage.CLEARED);

        var verdict = walk.open().verdict();
        assertThat(verdict.release().mode()).isEqualTo(DelayMode.REAL_TIME);
        assertThat(verdict.release().until()).isEqualTo(walk.now);
        assertThat(verdict.evidence().confirmedTwice()).isTrue();
        assertThat(walk.last.effects()).anyMatch(Effect.Sign.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAYEE", "AMOUNT", "TIMING"})
    void withoutAProofOfTheFirstConfirmationTheSecondSaysADay(Channel missing) {
        Walk walk = Walk.begun().unproven(missing).asked(Walk.REQUEST).on(Stage.CLEARED);

        var release = walk.open().verdict().release();
        assertThat(release.mode()).isEqualTo(DelayMode.DAY);
        assertThat(release.until()).isEqualTo(walk.now.plus(Duration.ofHours(24)));
        assertThat(walk.reasons()).contains("realtime-evidence-missing");
    }

    @ParameterizedTest
    @EnumSource(names = {"VOICE", "TEXT", "SIGN", "POPUP"})
    void withoutAChannelOfThePromptNothingIsCleared(Channel missing) {
        Walk walk = Walk.begun().unproven(missing).asked(Walk.REQUEST).on(Stage.REFUSED);

        assertThat(walk.reasons()).containsExactly(missing.word() + "-missing");
    }

    @Test
    void theOwnAccountAtTheSameBankNeedsNoRealTimeSentence() {
        var self = new Payee.Standing(Relation.SELF, null, null);
        var payer = new Payer(null, "ICBC", null, Payer.History.UNKNOWN);
        Walk walk = Walk.begun()
                .unproven(Channel.TIMING)
                .asked(Walk.request(self, payer))
                .on(Stage.CLEARED);

        assertThat(walk.open().verdict().release().mode()).isEqualTo(DelayMode.REAL_TIME);
        assertThat(walk.open().asked().answers())
                .as("exempt from the questions")
                .containsOnlyKeys("purpose");
    }

    @Test
    void aBaitIsAskedOnceMoreAndDeniedGoesBackToThePurpose() {
        Walk walk = Walk.begun().saying("purpose", "refund").asked(Walk.REQUEST).on(Stage.BAIT_SURE);

        assertThat(walk.step().stage()).isEqualTo(Stage.ASK_PURPOSE);
        assertThat(walk.step().stage()).as("a second bait").isEqualTo(Stage.STOPPED);
        assertThat(walk.reasons()).contains("bait-confirmed");
        assertThat(walk.remembersStop("card-1")).isTrue();
        assertThat(walk.state.requests().values())
                .extracting(BankRequest::kind)
                .containsExactly(BankRequest.Kind.RETURN_CARD);
    }

    @Test
    void aConfirmedBaitStops() {
        Walk walk = Walk.begun()
                .saying("purpose", "refund")
                .saying("bait-sure", "yes")
                .asked(Walk.REQUEST);

        assertThat(walk.on(Stage.STOPPED).reasons()).containsExactly("bait-confirmed");
    }

    @Test
    void aStopIsRememberedForTheCardAndTheNextTransferIsOrange() {
        Walk walk = Walk.at(Stage.WARNING).ready().choose("stop");
        assertThat(walk.stage()).isEqualTo(Stage.STOPPED);

        walk.asked(Walk.REQUEST);

        assertThat(walk.open().judgement().tier()).isEqualTo(Tier.ORANGE);
        assertThat(walk.open().judgement().reasons()).contains("remembered-stop");
    }

    @Test
    void aStopIsForgottenAfterADay() {
        Walk walk = Walk.at(Stage.WARNING).choose("stop");
        walk.now = walk.now.plus(Storm.POLICY.limits().stopMemory());

        walk.asked(Walk.REQUEST);

        assertThat(walk.open().judgement().tier()).isEqualTo(Tier.GREEN);
    }

    @Test
    void anAnswerBeforeTheScreenIsReadyIsDeclinedAndCounted() {
        Walk walk = Walk.at(Stage.ASK_PURPOSE);
        walk.now = walk.screen().times().ready().minusMillis(1);
        assertThat(why(walk.choose("goods"))).isEqualTo(Why.TOO_EARLY);
        assertThat(walk.state.lastKey().ignoredCount()).isEqualTo(1);

        walk.now = walk.now.plusMillis(1);
        assertThat(walk.choose("goods").stage()).isEqualTo(Stage.ASK);
    }

    @Test
    void aVoiceThatHasBegunProvesNothing() {
        Walk walk = Walk.begun().unproven(Channel.VOICE).asked(Walk.REQUEST).on(Stage.WARNING);
        Screen shown = walk.proven().screen();

        walk.take(new GuardEvent.ChannelProven(walk.now, shown.id(), Channel.VOICE_STARTED, true));

        assertThat(walk.last.reply()).isEqualTo(Reply.TAKEN);
        assertThat(walk.screen()).as("nor does it shorten the wait").isEqualTo(shown);
        assertThat(walk.open().proof().reported())
                .as("a state that changes is journaled")
                .contains(Channel.VOICE_STARTED)
                .doesNotContain(Channel.VOICE);
        assertThat(walk.open().proof().evidence().voice()).isFalse();
        assertThat(walk.ready().choose("understood").stage()).isEqualTo(Stage.REFUSED);
    }

    @Test
    void whatIsNotOfferedAndWhatIsNoLongerShownIsDeclined() {
        Walk walk = Walk.at(Stage.ASK_PURPOSE).ready();

        assertThat(why(walk.choose("go-back"))).isEqualTo(Why.NOT_OFFERED);
        assertThat(why(walk.type("20000"))).isEqualTo(Why.NOT_OFFERED);
        assertThat(why(walk.take(new GuardEvent.ChoiceMade(walk.now, "another", "goods"))))
                .isEqualTo(Why.SCREEN_MOVED_ON);
    }

    @Test
    void orangeHasToShowThatItUnderstoodAndMovesInADay() {
        Walk walk = Walk.begun()
                .saying("coached", "yes")
                .saying("know-payee", "stranger")
                .asked(Walk.REQUEST);

        walk.on(Stage.COMPREHENSION);
        assertThat(walk.open().judgement().tier()).isEqualTo(Tier.ORANGE);
        assertThat(walk.on(Stage.CLEARED).open().verdict().release().mode()).isEqualTo(DelayMode.DAY);
        assertThat(walk.open().proof().understood()).isTrue();
    }

    @Test
    void twoMistakesCallAPerson() {
        Walk walk = Walk.begun()
                .saying("coached", "yes")
                .saying("know-payee", "stranger")
                .asked(Walk.REQUEST);
        walk.on(Stage.COMPREHENSION);

        assertThat(wrong(walk).stage()).isEqualTo(Stage.COMPREHENSION);
        assertThat(wrong(walk).stage()).isEqualTo(Stage.HELD);
        assertThat(walk.last.effects()).anyMatch(Effect.RaisePage.class::isInstance);
    }

    private static Walk wrong(Walk walk) {
        String lie = walk.ready().screen().choices().stream()
                .filter(choice -> choice.textId().startsWith("comprehension.false"))
                .findFirst()
                .orElseThrow()
                .id();
        return walk.choose(lie);
    }

    @Test
    void silenceExpiresAtItsEndAndNotBefore() {
        Walk walk = Walk.at(Stage.ASK_PURPOSE);
        Duration silence = Storm.POLICY.limits().silence();

        assertThat(walk.later(silence.minusMillis(1)).stage()).isEqualTo(Stage.ASK_PURPOSE);
        assertThat(walk.later(Duration.ofMillis(1)).stage()).isEqualTo(Stage.EXPIRED);
        assertThat(walk.reasons()).containsExactly("silence");
    }

    @Test
    void aCustomerWhomTheIssuerCallsElderHasTwiceTheTime() {
        var elder = new Payer(null, null, null, new Payer.History(null, true, null, null, null));
        Walk walk = Walk.begun().asked(Walk.request(Payee.Standing.UNKNOWN, elder));

        walk.later(Storm.POLICY.limits().silence().multipliedBy(2).minusMillis(1));

        assertThat(walk.stage()).isEqualTo(Stage.ASK_PURPOSE);
    }

    @Test
    void withoutAVoiceNothingIsAsked() {
        Walk walk = Walk.begun();
        walk.state = walk.state.with(Means.ALL.withVoice(false));

        assertThat(walk.asked(Walk.REQUEST).stage()).isEqualTo(Stage.REFUSED);
        assertThat(walk.reasons()).containsExactly("speaker-mute");
    }

    @Test
    void aListedPayeeIsRefusedAndCallsAPerson() {
        Walk walk = Walk.begun().asked(Walk.request(new Payee.Standing(null, null, true), Payer.UNKNOWN));

        assertThat(walk.stage()).isEqualTo(Stage.REFUSED);
        assertThat(walk.last.effects()).anyMatch(Effect.RaisePage.class::isInstance);
    }

    @Test
    void whatHappensAroundTheMachineEndsTheTransfer() {
        assertThat(Walk.at(Stage.CONFIRM)
                        .take(new GuardEvent.VisitEnded(Storm.NOON, Walk.SESSION))
                        .stage())
                .isEqualTo(Stage.WITHDRAWN);
        assertThat(Walk.at(Stage.CONFIRM)
                        .take(new GuardEvent.ScreenChanged(Storm.NOON, false))
                        .stage())
                .isEqualTo(Stage.REFUSED);
        assertThat(Walk.at(Stage.CONFIRM)
                        .take(new GuardEvent.ClockChanged(Storm.NOON, false))
                        .stage())
                .isEqualTo(Stage.REFUSED);
        assertThat(Walk.at(Stage.CONFIRM)
                        .take(new GuardEvent.Restarted(Storm.NOON))
                        .stage())
                .isEqualTo(Stage.REFUSED);
        assertThat(Walk.at(Stage.CONFIRM)
                        .take(new GuardEvent.TransferWithdrawn(Storm.NOON, Walk.TRANSFER))
                        .stage())
                .isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void theFirstOpenTransferKeepsASecondOneOut() {
        assertThat(why(Walk.at(Stage.ASK).asked(Walk.REQUEST))).isEqualTo(Why.TRANSFER_OPEN);
        assertThat(why(new Walk().asked(Walk.REQUEST))).isEqualTo(Why.NO_SUCH_VISIT);
    }
}
