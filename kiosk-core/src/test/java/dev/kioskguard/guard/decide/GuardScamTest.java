package dev.kioskguard.guard.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.screen.Screen.Typed;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.transfer.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What fits is warned of and asked by name; what somebody says is happening ends, holds or raises. */
class GuardScamTest {

    @Test
    void theWarningIsTheOneThatFitsTheAnswers() {
        assertThat(Walk.begun()
                        .saying("purpose", "goods")
                        .asked(Walk.REQUEST)
                        .on(Stage.WARNING)
                        .screen()
                        .textId())
                .isEqualTo("warning.fake-shopping");
        assertThat(Walk.at(Stage.WARNING).screen().textId()).as("control").isEqualTo("warning.family-support");
    }

    @Test
    void aTrickThatIsHappeningHoldsOrRaisesAsItsKindWants() {
        Walk shopping =
                Walk.begun().saying("purpose", "goods").asked(Walk.REQUEST).on(Stage.WARNING);
        shopping.proven().ready().choose("happening");
        assertThat(shopping.stage()).isEqualTo(Stage.HELD);
        assertThat(shopping.open().judgement().tier()).isGreaterThanOrEqualTo(Tier.ORANGE);
    }

    @Test
    void aDeniedBaitIsStillWarnedOfAndItsTrickThenEndsTheTransfer() {
        Walk walk = Walk.begun().asked(Walk.REQUEST);
        walk.ready().choose("police-check").ready().choose("no").on(Stage.WARNING);
        assertThat(walk.screen().textId()).isEqualTo("warning.fake-police");

        walk.proven().ready().choose("happening");

        assertThat(walk.stage()).isEqualTo(Stage.STOPPED);
        assertThat(walk.reasons()).contains("happening");
        assertThat(walk.remembersStop("card-1")).isTrue();
    }

    @Test
    void fromOrangeOnTheLikeliestTricksAreAskedOneByOne() {
        Walk walk = Walk.begun()
                .saying("purpose", "lend-to-friend")
                .saying("purpose-again", "other")
                .saying("know-payee", "stranger")
                .asked(Walk.REQUEST)
                .on(Stage.ASK);
        while (walk.stage() == Stage.ASK && !"scam.romance".equals(walk.screen().question())) {
            walk.step();
        }
        assertThat(walk.screen().question()).isEqualTo("scam.romance");
        assertThat(walk.screen().choices()).extracting(Choice::id).contains("yes", "no");

        walk.ready().choose("yes");

        assertThat(walk.open().judgement().reasons()).contains("happening");
        assertThat(walk.open().judgement().tier()).isEqualTo(Tier.RED);
    }

    @Test
    void withoutAScreenAnswersKeepTheirOrderAndTheAmountIsKeyed() {
        Walk walk = Walk.begun().served(Manner.AUDIO).asked(Walk.REQUEST).on(Stage.ASK);
        assertThat(answers(walk)).containsExactly("relative", "friend", "met-online", "stranger");

        walk.on(Stage.CONFIRM_AGAIN);

        assertThat(walk.screen().typed()).isEqualTo(Typed.AMOUNT);
        assertThat(walk.on(Stage.CLEARED).screen().look().manner()).isEqualTo(Manner.AUDIO);
    }

    @Test
    void aHeadsetChangesTheScreenItIsPluggedInAt() {
        Walk walk = Walk.at(Stage.WARNING);
        assertThat(walk.screen().look().manner()).as("control").isEqualTo(Manner.ORDINARY);

        walk.headset(true);
        assertThat(walk.screen().look().manner()).isEqualTo(Manner.AUDIO);

        walk.headset(false);
        assertThat(walk.screen().look().manner()).isEqualTo(Manner.ORDINARY);
    }

    private static List<String> answers(Walk walk) {
        return walk.screen().choices().stream().map(Choice::id).limit(4).toList();
    }
}
