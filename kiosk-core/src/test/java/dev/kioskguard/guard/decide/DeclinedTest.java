package dev.kioskguard.guard.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.GuardEvent.StaffWord.Action;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.event.Reply.Why;
import dev.kioskguard.guard.state.BankRequest;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.risk.LookUp;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the guard does not take, it declines with a reason, and what it takes it says. */
class DeclinedTest {

    private static final Policy BESIDE = new Policy(
            Storm.POLICY.limits(),
            Storm.POLICY.script(),
            Storm.POLICY.risk(),
            new Policy.Site("B-001", Storm.POLICY.zone(), false));

    private static Walk paused() {
        return Walk.at(Stage.WARNING).ready().choose("pause").gone();
    }

    private static String code(Walk walk) {
        return walk.state.paused().get(Walk.TRANSFER).care().code();
    }

    private static void declined(Walk walk, Why why) {
        assertThat(walk.last.reply()).isEqualTo(new Reply.Declined(why));
    }

    /** A visit at a machine whose application has the screen. */
    private static Walk beside() {
        var visit = new Visit("s-9", "card-9", "622202******0009", "zh-CN", Visit.Mode.OWN, Set.of(), Storm.NOON);
        return new Walk().by(BESIDE).take(new GuardEvent.VisitBegan(Storm.NOON, visit));
    }

    private static Walk asked(Walk walk) {
        return walk.take(new GuardEvent.TransferRequested(
                walk.now, Walk.TRANSFER, "s-9", Walk.REQUEST, null, null, LookUp.NOTHING, null));
    }

    @Test
    void aTransferThatIsNotPausedIsNotTakenUp() {
        declined(Walk.begun().resume(Walk.SESSION, "123456"), Why.NO_SUCH_TRANSFER);
    }

    @Test
    void aPausedTransferIsNotTakenUpWithoutAVisitOfItsCard() {
        Walk walk = paused();
        declined(walk.resume("s-2", code(walk)), Why.NO_SUCH_VISIT);
        declined(walk.visit("s-2", "card-2").resume("s-2", code(walk)), Why.ANOTHER_CARD);
        assertThat(walk.state.paused()).as("nothing is lost").containsKey(Walk.TRANSFER);
    }

    @Test
    void aPausedTransferIsNotTakenUpOverOneThatIsUnderWay() {
        Walk walk = paused().visit("s-2", "card-1");
        String code = code(walk);
        walk.take(new GuardEvent.TransferRequested(
                walk.now, "t-2", "s-2", Walk.REQUEST, null, null, LookUp.NOTHING, null));
        assertThat(walk.open().transferId()).as("control").isEqualTo("t-2");
        declined(walk.resume("s-2", code), Why.TRANSFER_OPEN);
    }

    @Test
    void aWrongCodeIsSaidAndTheRightOneSaysWhereItGoesOn() {
        Walk walk = paused().visit("s-2", "card-1");
        String code = code(walk);
        declined(walk.resume("s-2", code + "0"), Why.WRONG_CODE);
        assertThat(walk.resume("s-2", code).last.reply()).isEqualTo(new Reply.Taken(Walk.TRANSFER, "warning"));
    }

    @Test
    void whatWasNeverAskedForIsNotWithdrawn() {
        declined(Walk.at(Stage.ASK).take(new GuardEvent.TransferWithdrawn(Storm.NOON, "t-none")), Why.NO_SUCH_TRANSFER);
        Walk walk = paused();
        walk.take(new GuardEvent.TransferWithdrawn(walk.now, Walk.TRANSFER));
        assertThat(walk.state.paused()).as("a paused one is").isEmpty();
    }

    @Test
    void anApplicationThatHasTheScreenIsAskedForItOnce() {
        Walk walk = asked(beside());
        assertThat(walk.state.requests().values())
                .singleElement()
                .satisfies(request -> assertThat(request.kind()).isEqualTo(BankRequest.Kind.SHOW_SCREEN));
        String id = walk.state.requests().keySet().iterator().next();

        declined(walk.take(new GuardEvent.BankAnswered(walk.now, "r-none", true)), Why.NO_SUCH_REQUEST);
        walk.take(new GuardEvent.BankAnswered(walk.now, id, true));
        assertThat(walk.last.reply()).isEqualTo(Reply.TAKEN);
        assertThat(walk.state.requests()).isEmpty();
        declined(walk.take(new GuardEvent.BankAnswered(walk.now, id, true)), Why.NO_SUCH_REQUEST);
    }

    @Test
    void anApplicationThatHasGivenTheScreenIsNotAskedForIt() {
        Walk walk = beside();
        walk.take(new GuardEvent.ModeChanged(walk.now, "s-none", Visit.Mode.GUARD));
        declined(walk, Why.NO_SUCH_VISIT);
        walk.take(new GuardEvent.ModeChanged(walk.now, "s-9", Visit.Mode.GUARD));
        assertThat(asked(walk).state.requests()).isEmpty();
        assertThat(Walk.at(Stage.ASK).state.requests())
                .as("nor where the guard owns it")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"HOLD", "CANCEL", "ESCALATE"})
    void staffAreToldWhereTheTransferIsThen(Action action) {
        Walk walk = Walk.at(Stage.WARNING).staff("王芳", action, "");
        String stage = switch (action) {
            case HOLD -> "held";
            case CANCEL -> "refused";
            default -> "warning";
        };
        assertThat(walk.last.reply()).isEqualTo(new Reply.Taken(Walk.TRANSFER, stage));
    }

    @Test
    void staffCannotDecideWhatIsNotThere() {
        declined(Walk.begun().staff("王芳", Action.HOLD, ""), Why.NO_SUCH_TRANSFER);
        declined(Walk.at(Stage.WARNING).staff("王芳", Action.RELEASE, "1234"), Why.NOT_HELD);
        declined(paused().staff("王芳", Action.RELEASE, "1234"), Why.NOT_HELD);
        Walk walk = paused().staff("王芳", Action.CANCEL, "");
        assertThat(walk.state.paused())
                .as("control: a paused one can be cancelled")
                .isEmpty();
    }

    @Test
    void whoGuessesTheCodeCannotReleaseAnyMoreEvenWithTheRightOne() {
        Walk walk = Walk.at(Stage.WARNING).staff("王芳", Action.HOLD, "");
        String code = walk.open().care().code();
        for (int guess = 1; guess < Limits.WRONG_CODES_MAX; guess++) {
            declined(walk.staff("王芳", Action.RELEASE, code + guess), Why.WRONG_CODE);
        }
        Walk other = Walk.at(Stage.WARNING).staff("王芳", Action.HOLD, "");
        other.staff("王芳", Action.RELEASE, "no")
                .staff("王芳", Action.RELEASE, other.open().care().code());
        assertThat(other.stage()).as("control: one slip of the finger is none").isNotEqualTo(Stage.HELD);

        declined(walk.staff("王芳", Action.RELEASE, code + "9"), Why.WRONG_CODE);
        declined(walk.staff("王芳", Action.RELEASE, code), Why.WRONG_CODE);
        assertThat(walk.stage()).isEqualTo(Stage.HELD);
    }
}
