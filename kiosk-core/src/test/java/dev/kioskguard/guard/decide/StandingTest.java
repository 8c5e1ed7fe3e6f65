package dev.kioskguard.guard.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.state.Asked;
import dev.kioskguard.guard.state.Care;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Proof;
import dev.kioskguard.guard.state.Watching;
import dev.kioskguard.guard.table.GuardTable;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.risk.EvidenceKind;
import dev.kioskguard.risk.Judgement;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.SignalChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stands against a stage, in every combination of all that it is told by. */
class StandingTest {

    private static final List<Boolean> EITHER = List.of(true, false);
    private static final Set<EvidenceKind> TWO_KINDS = Set.of(EvidenceKind.CAMERA, EvidenceKind.ANSWERS);

    /** Someone called, someone called to; the warning; the hold. */
    private static final int TURNS_MAX = 3;

    @Test
    void whateverStandsAgainstAStageIsSettledInAFewTurnsAndNeverComesRoundAgain() {
        GuardState shown = Walk.at(Stage.CONFIRM).state;
        var turns = new ArrayList<Integer>();
        for (Case open : everywhere(shown.open())) {
            for (boolean call : EITHER) {
                turns.add(settled(shown, open, call).moves().size());
            }
        }

        assertThat(turns).allMatch(some -> some <= TURNS_MAX);
        assertThat(turns).as("control").contains(0, 1, 2, TURNS_MAX);
    }

    private static Decision settled(GuardState shown, Case open, boolean call) {
        var calling = SignalChange.plain(Signal.CALL_AT_EAR, true, Storm.NOON);
        var watching = call ? Watching.NOTHING.changed(calling, Storm.NOON) : Watching.NOTHING;
        var draft = new Draft(shown.with(watching).with(open), Storm.NOON, 1, Storm.POLICY);

        draft.standing();

        Case now = draft.state.open();
        assertThat(Standing.owed(now, watching)).as("%s after %s", now, open).isEmpty();
        return draft.decision();
    }

    private static List<Case> everywhere(Case like) {
        var all = new ArrayList<Case>();
        for (Stage stage : Stage.values()) {
            Stage left = GuardTable.ASIDE.contains(stage) ? Stage.CONFIRM : null;
            for (Tier tier : Tier.values()) {
                for (Set<EvidenceKind> kinds : List.of(TWO_KINDS, Set.<EvidenceKind>of())) {
                    for (Care care : cares()) {
                        for (boolean warned : EITHER) {
                            for (Proof proof : List.of(Proof.NONE, Proof.NONE.withUnderstanding())) {
                                all.add(like.at(new Case.Place(stage, left, 0))
                                        .with(new Judgement(tier, List.of(), kinds))
                                        .with(care)
                                        .with(warned ? Asked.NOTHING.with(Asked.WARNING, "no") : Asked.NOTHING)
                                        .with(proof));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    private static List<Care> cares() {
        var all = new ArrayList<Care>();
        for (Care paged : List.of(Care.NONE, Care.NONE.withPage())) {
            for (Care released :
                    List.of(paged, paged.released("p-1"), paged.released("p-1").released("p-2"))) {
                all.add(released);
                all.add(released.silently());
            }
        }
        return all;
    }
}
