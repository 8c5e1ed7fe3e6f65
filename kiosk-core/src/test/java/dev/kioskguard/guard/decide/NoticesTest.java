package dev.kioskguard.guard.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.NoticeWanted;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.event.Reply.Why;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.screen.Screen.Kind;
import dev.kioskguard.guard.state.BankRequest;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Notice;
import dev.kioskguard.guard.state.Notice.State;
import dev.kioskguard.guard.state.Notice.Subject;
import dev.kioskguard.guard.table.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told beside a transfer, and that it never stands in the way of anything. */
class NoticesTest {

    private static final Duration READ_FOR = Duration.ofSeconds(8);

    @ParameterizedTest
    @EnumSource(
            value = Subject.class,
            names = {"ACCOUNT_OPENING", "E_BANKING", "PHONE_BINDING"})
    void aNoticeIsReadAndThenActivelyUnderstood(Subject subject) {
        Walk walk = asked(Walk.begun(), subject, false);
        Screen screen = screen(walk);

        assertThat(screen.kind()).isEqualTo(Kind.NOTICE);
        assertThat(screen.textId()).isEqualTo("notice." + subject.word());
        assertThat(screen.choices().stream().map(Choice::id)).containsExactly("understood", "repeat", "help", "stop");
        assertThat(screen.choice(Key.ENTER)).isEmpty();
        assertThat(told(walk)).containsExactly(State.SHOWN);

        walk.take(new GuardEvent.ChoiceMade(walk.now, screen.id(), "understood"));
        assertThat(walk.last.reply()).isEqualTo(new Reply.Declined(Why.TOO_EARLY));
        walk.now = walk.now.plus(READ_FOR);
        walk.take(new GuardEvent.KeyPressed(walk.now, Key.ENTER));
        assertThat(told(walk)).as("Enter takes nobody on").isEmpty();
        walk.take(new GuardEvent.ChoiceMade(walk.now, screen.id(), "understood"));
        assertThat(told(walk)).containsExactly(State.ACKNOWLEDGED);
        assertThat(walk.state.notice()).isNull();
    }

    @Test
    void aNoticeIsUnderstoodOnTheKeypadToo() {
        Walk walk = asked(Walk.begun(), Subject.E_BANKING, false);
        Key key = screen(walk).choice("understood").orElseThrow().key();

        walk.take(new GuardEvent.KeyPressed(walk.now, key));
        assertThat(told(walk)).as("control: not before it is read").isEmpty();
        walk.now = walk.now.plus(READ_FOR);
        walk.take(new GuardEvent.KeyPressed(walk.now, key));

        assertThat(told(walk)).containsExactly(State.ACKNOWLEDGED);
    }

    @Test
    void aNoticeIsToldAgainAndWaitsAsLongAgainAFewTimes() {
        Walk walk = asked(Walk.begun(), Subject.E_BANKING, false);
        Screen first = screen(walk);
        walk.now = walk.now.plus(READ_FOR);

        walk.take(new GuardEvent.ChoiceMade(walk.now, first.id(), "repeat"));

        Screen again = screen(walk);
        assertThat(again.id()).as("a new showing is spoken anew").isNotEqualTo(first.id());
        assertThat(again.choices()).isEqualTo(first.choices());
        assertThat(again.times().expires()).isEqualTo(first.times().expires().plus(READ_FOR));
        assertThat(told(walk)).as("that is no answer").isEmpty();
        for (int i = 0; i < 2 * Limits.EXTENSIONS_MAX; i++) {
            walk.take(new GuardEvent.ChoiceMade(walk.now, screen(walk).id(), "repeat"));
        }
        assertThat(screen(walk).times().extended()).as("not for ever").isEqualTo(Limits.EXTENSIONS_MAX);
    }

    @Test
    void whoeverDoesNotWantToIsTakenAtTheirWordAtOnce() {
        Walk walk = asked(Walk.begun(), Subject.ACCOUNT_OPENING, false);

        walk.take(new GuardEvent.ChoiceMade(walk.now, screen(walk).id(), "stop"));

        assertThat(told(walk)).containsExactly(State.DECLINED);
    }

    @Test
    void whoeverAsksForHelpIsWaitedFor() {
        Walk walk = asked(Walk.begun(), Subject.ACCOUNT_OPENING, false);

        walk.take(new GuardEvent.ChoiceMade(walk.now, screen(walk).id(), "help"));
        assertThat(walk.last.effects()).anyMatch(Effect.RaisePage.class::isInstance);
        walk.later(Duration.ofMinutes(5));
        assertThat(walk.state.notice())
                .as("control: silence would have ended it")
                .isNotNull();
        walk.take(new GuardEvent.ChoiceMade(walk.now, screen(walk).id(), "understood"));

        assertThat(told(walk)).containsExactly(State.ACKNOWLEDGED);
        assertThat(walk.last.effects()).anyMatch(Effect.ClosePage.class::isInstance);
    }

    @Test
    void silenceACardThatGoesAndATransferThatComesLetItLapse() {
        Walk silent = asked(Walk.begun(), Subject.E_BANKING, false).later(Duration.ofMinutes(3));
        assertThat(told(silent)).containsExactly(State.LAPSED);

        Walk gone = asked(Walk.begun(), Subject.E_BANKING, false);
        gone.take(new GuardEvent.VisitEnded(gone.now, Walk.SESSION));
        assertThat(told(gone)).containsExactly(State.LAPSED);

        Walk transfer = asked(Walk.begun(), Subject.E_BANKING, false).asked(Walk.REQUEST);
        assertThat(told(transfer)).containsExactly(State.LAPSED);
        assertThat(transfer.stage()).isEqualTo(Stage.ASK_PURPOSE);
    }

    @Test
    void aTransferThatIsUnderWayIsNeverCovered() {
        Walk walk = Walk.at(Stage.WARNING);
        Screen before = walk.screen();

        asked(walk, Subject.E_BANKING, true);
        assertThat(walk.last.reply()).isEqualTo(new Reply.Declined(Why.TRANSFER_OPEN));
        asked(walk, Subject.WITHDRAWAL_TIP, true);
        assertThat(told(walk)).containsExactly(State.SKIPPED);
        assertThat(walk.screen()).isEqualTo(before);
    }

    @Test
    void aTipTakesNoKeyNoSecondAndNoEventOfItsOwn() {
        Walk walk = asked(Walk.begun(), Subject.WITHDRAWAL_TIP, true);

        assertThat(walk.last.reply()).isEqualTo(new Reply.Taken("n-1", "shown"));
        assertThat(screen(walk).choices()).isEmpty();
        assertThat(walk.last.effects()).noneMatch(Effect.AskBank.class::isInstance);
        // The next thing comes at the very same instant, and nothing has to be answered or waited for between the two.
        walk.asked(Walk.REQUEST);
        assertThat(walk.stage()).isEqualTo(Stage.ASK_PURPOSE);
        assertThat(walk.state.notice()).isNull();

        Walk alone = asked(Walk.begun(), Subject.WITHDRAWAL_TIP, true)
                .later(Storm.POLICY.limits().result());
        assertThat(alone.state.notice()).as("gone by itself").isNull();
    }

    @Test
    void aTipIsForElderCustomersAlone() {
        assertThat(told(asked(Walk.begun(), Subject.WITHDRAWAL_TIP, false))).containsExactly(State.SKIPPED);

        Walk elder = new Walk();
        var visit = Objects.requireNonNull(Walk.begun().state.visit()).ofElder(true);
        elder.take(new GuardEvent.VisitBegan(elder.now, visit));
        assertThat(told(asked(elder, Subject.WITHDRAWAL_TIP, false)))
                .as("by the visit's flag")
                .containsExactly(State.SHOWN);
    }

    @Test
    void withoutAScreenNothingIsSaidToHaveBeenShown() {
        Walk walk = Walk.begun();
        walk.take(new GuardEvent.ScreenChanged(walk.now, false));

        assertThat(told(asked(walk, Subject.ACCOUNT_OPENING, false))).containsExactly(State.SKIPPED);
    }

    @Test
    void oneTapAsksTheBankForEverythingInTheSameStep() {
        Walk walk = Walk.begun().asked(Walk.request(Walk.REQUEST.payee().standing(), Walk.REQUEST.payer()));
        walk.unproven(Channel.TIMING).on(Stage.CLEARED);
        walk.take(new GuardEvent.VisitEnded(walk.now, Walk.SESSION)).later(Duration.ofHours(1));
        walk.visit("s-2", "card-1");
        Screen pending = screen(walk);
        assertThat(pending.textId()).isEqualTo("notice.pending");

        walk.take(new GuardEvent.ChoiceMade(walk.now, pending.id(), "cheated"));

        List<BankRequest> asked = walk.last.effects().stream()
                .filter(Effect.AskBank.class::isInstance)
                .map(effect -> ((Effect.AskBank) effect).request())
                .toList();
        assertThat(asked.stream().map(BankRequest::kind))
                .containsExactly(
                        BankRequest.Kind.CANCEL,
                        BankRequest.Kind.STOP_PAYMENT,
                        BankRequest.Kind.LOCK_CARD,
                        BankRequest.Kind.PRINT);
        assertThat(asked).allSatisfy(request -> assertThat(request.at()).isEqualTo(walk.now));
        assertThat(walk.last.effects())
                .anyMatch(effect ->
                        effect instanceof Effect.RaisePage page && page.tier().equals("red"));
        assertThat(screen(walk).textId()).isEqualTo("result.cheated");
    }

    private static Walk asked(Walk walk, Subject subject, boolean elder) {
        Duration readFor = subject.isTip() ? Duration.ZERO : READ_FOR;
        var wanted = new NoticeWanted(new Notice.Wording(subject, "digest", "pack"), readFor, elder);
        return walk.take(new GuardEvent.NoticeRequested(walk.now, "n-1", Walk.SESSION, wanted));
    }

    private static Screen screen(Walk walk) {
        return Objects.requireNonNull(walk.state.notice(), "no notice").screen();
    }

    private static List<State> told(Walk walk) {
        return walk.last.effects().stream()
                .filter(Effect.TellNotice.class::isInstance)
                .map(effect -> ((Effect.TellNotice) effect).state())
                .toList();
    }
}
