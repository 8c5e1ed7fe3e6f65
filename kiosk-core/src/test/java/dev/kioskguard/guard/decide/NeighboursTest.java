package dev.kioskguard.guard.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent.NeighbourStopped;
import dev.kioskguard.guard.event.GuardEvent.StaffSpoke;
import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.guard.event.GuardEvent.StaffWord.Action;
import dev.kioskguard.guard.event.GuardEvent.TransferWithdrawn;
import dev.kioskguard.guard.event.GuardEvent.VisitBegan;
import dev.kioskguard.guard.event.GuardEvent.VisitEnded;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.risk.EarlierStop;
import dev.kioskguard.transfer.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was stopped at one machine of a branch, told by it and heard at another. */
class NeighboursTest {

    private static final String NAME = "hop.a";
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void aStopAndAStaffsCancelAreToldToNeighboursOnceWithTheirEnd() {
        Walk stopped = Walk.at(Stage.WARNING).ready().choose("stop");
        assertThat(told(stopped))
                .containsExactly(new Effect.TellNeighbours("card-1", stopped.now, stopped.now.plus(DAY)));

        Walk cancelled = Walk.at(Stage.WARNING);
        cancelled.take(new StaffSpoke(
                cancelled.now, Walk.TRANSFER, new StaffWord("a-1", "lobby", Action.CANCEL, null, "问过家人")));
        assertThat(cancelled.stage()).isEqualTo(Stage.REFUSED);
        assertThat(told(cancelled)).hasSize(1);
    }

    @Test
    void whatEndsOtherwiseIsNobodysBusiness() {
        Walk walk = Walk.at(Stage.WARNING);
        walk.take(new TransferWithdrawn(walk.now, Walk.TRANSFER));
        assertThat(walk.stage().isEnd()).as("control").isTrue();
        assertThat(told(walk)).isEmpty();
    }

    @Test
    void theNextTransferWithACardThatANeighbourHasStoppedIsOrangeAndNoOthers() {
        Walk walk = new Walk();
        heard(walk, NAME, walk.now.plus(DAY));
        assertThat(told(walk)).as("a rumour is not passed on").isEmpty();

        arrives(walk, "card-1", NAME);
        assertThat(walk.asked(Walk.REQUEST).open().judgement().tier()).isEqualTo(Tier.ORANGE);
        assertThat(walk.open().judgement().reasons()).contains("remembered-stop");

        walk.take(new VisitEnded(walk.now, Walk.SESSION));
        arrives(walk, "card-2", "hop.another");
        assertThat(walk.asked(Walk.REQUEST).open().judgement().tier()).isEqualTo(Tier.GREEN);
    }

    @Test
    void whoeverComesIsToldWhereAndWhenTheNeighbourHasStoppedTheCard() {
        Walk walk = new Walk();
        Instant stopped = walk.now;
        heard(walk, NAME, stopped.plus(DAY));
        walk.now = stopped.plus(Duration.ofHours(1));
        arrives(walk, "card-1", NAME);
        assertThat(called(walk.asked(Walk.REQUEST).ready().choose("help")))
                .isEqualTo(new EarlierStop("ATM-2", stopped));

        walk.take(new VisitEnded(walk.now, Walk.SESSION));
        arrives(walk, "card-2", "hop.another");
        assertThat(called(walk.asked(Walk.REQUEST).ready().choose("help")))
                .as("control: another card")
                .isNull();
    }

    @Test
    void aNeighboursStopIsForgottenWhenItsTimeIsOver() {
        Walk walk = new Walk();
        heard(walk, NAME, walk.now.plus(DAY));
        walk.now = walk.now.plus(DAY);
        arrives(walk, "card-1", NAME);
        assertThat(walk.asked(Walk.REQUEST).open().judgement().tier()).isEqualTo(Tier.GREEN);

        heard(walk, "hop.late", walk.now);
        assertThat(walk.state.cards()).doesNotContainKey("hop.late");
    }

    @Test
    void theSameWordAgainAndAShorterOneChangeNothing() {
        Walk walk = new Walk();
        heard(walk, NAME, walk.now.plus(DAY));
        var known = walk.state.cards();
        heard(walk, NAME, walk.now.plus(DAY));
        heard(walk, NAME, walk.now.plusSeconds(60));
        assertThat(walk.state.cards()).isEqualTo(known);
    }

    @Test
    void anOwnStopThatCountsForLongerIsNotShortenedByANeighbours() {
        Walk walk = Walk.at(Stage.WARNING).ready().choose("stop");
        heard(walk, NAME, walk.now.plusSeconds(60));
        walk.take(new VisitEnded(walk.now, Walk.SESSION));
        walk.now = walk.now.plus(Duration.ofHours(1));
        arrives(walk, "card-1", NAME);
        assertThat(walk.asked(Walk.REQUEST).open().judgement().tier()).isEqualTo(Tier.ORANGE);
    }

    @Test
    void howeverMuchNeighboursTellTheirOldestGoesFirstAndNoCardThatWasHere() {
        Walk walk = Walk.at(Stage.WARNING).ready().choose("stop");
        Instant until = walk.now.plus(DAY);
        for (int i = 0; i <= Limits.NEIGHBOURS_CARDS_MAX; i++) {
            heard(walk, "hop." + i, until);
        }
        assertThat(walk.state.cards().values().stream().filter(CardMemory::isHearsay))
                .hasSize(Limits.NEIGHBOURS_CARDS_MAX);
        assertThat(walk.state.cards())
                .doesNotContainKey("hop.0")
                .containsKeys("hop.1", "hop." + Limits.NEIGHBOURS_CARDS_MAX);
        assertThat(walk.remembersStop("card-1")).isTrue();
    }

    private static void heard(Walk walk, String name, Instant until) {
        walk.take(new NeighbourStopped(walk.now, name, "ATM-2", walk.now, until));
    }

    private static void arrives(Walk walk, String card, String name) {
        var visit = new Visit(Walk.SESSION, card, "622202******0001", "zh-CN", Visit.Mode.GUARD, Set.of(), walk.now);
        walk.take(new VisitBegan(walk.now, visit.knownAs(List.of("hop.x", name))));
    }

    private static @Nullable EarlierStop called(Walk walk) {
        Effect.RaisePage page = walk.last.effects().stream()
                .filter(Effect.RaisePage.class::isInstance)
                .map(Effect.RaisePage.class::cast)
                .findFirst()
                .orElseThrow();
        return page.earlierStop();
    }

    private static List<Effect> told(Walk walk) {
        return walk.last.effects().stream()
                .filter(Effect.TellNeighbours.class::isInstance)
                .toList();
    }
}
