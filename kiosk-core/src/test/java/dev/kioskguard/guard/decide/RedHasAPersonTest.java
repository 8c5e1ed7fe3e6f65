package dev.kioskguard.guard.decide;

import static dev.kioskguard.guard.table.Stage.CLEARED;
import static dev.kioskguard.guard.table.Stage.HELD;
import static dev.kioskguard.guard.table.Stage.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.config.ShippedPolicy;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.state.Asked;
import dev.kioskguard.guard.state.Care;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Proof;
import dev.kioskguard.guard.state.Watching;
import dev.kioskguard.guard.table.GuardTable;
import dev.kioskguard.guard.table.Row;
import dev.kioskguard.guard.table.Row.Target;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import dev.kioskguard.risk.Facts;
import dev.kioskguard.risk.Judgement;
import dev.kioskguard.risk.RandomFacts;
import dev.kioskguard.transfer.Tier;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Red always has a person in it: two, by the table and whatever the facts are. */
class RedHasAPersonTest {

    private static final int ROUNDS = 2_000;

    /** A place in the table with the stage to come back to, and how many people have released there. */
    private record Node(Stage stage, Stage left, int released) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverMakesATransferRedTwoPeopleAreWanted(long seed) {
        var facts = new RandomFacts(seed);
        int reds = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Judgement judgement = ShippedPolicy.RISK.judge(facts.next());
            Case at = standing(judgement, Stage.CONFIRM, 0);
            boolean red = judgement.tier() == Tier.RED;
            reds += red ? 1 : 0;

            assertThat(Standing.wantsPerson(at)).isEqualTo(red);
            assertThat(Standing.wantsPerson(standing(judgement, Stage.CONFIRM, 1)))
                    .isEqualTo(red);
            assertThat(Standing.wantsPerson(standing(judgement, Stage.CONFIRM, 2)))
                    .isFalse();
        }
        assertThat(reds).as("control: some are red, some are not").isBetween(1, ROUNDS - 1);
    }

    @ParameterizedTest
    @CsvSource({"RED, 0, false", "RED, 1, false", "RED, 2, true", "ORANGE, 0, true", "GREEN, 0, true"})
    void aRedTransferReachesNoClearanceWithoutTwoReleases(Tier tier, int people, boolean cleared) {
        assertThat(reachable(tier, people).contains(CLEARED)).isEqualTo(cleared);
    }

    @Test
    void theSearchSeesTheHold() {
        assertThat(reachable(Tier.RED, 0)).contains(HELD, Stage.CONFIRM);
    }

    /** Goes every way through the table, by every turn that the standing conditions leave. */
    private static Set<Stage> reachable(Tier tier, int people) {
        var judgement = new Judgement(tier, List.of(), Set.of());
        var seen = new HashSet<Node>();
        var open = new ArrayDeque<>(List.of(new Node(REQUESTED, REQUESTED, 0)));
        var stages = new HashSet<Stage>();
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!seen.add(node)) {
                continue;
            }
            stages.add(node.stage());
            Optional<Turn> owed = Standing.owed(standing(judgement, node.stage(), node.released()), Watching.NOTHING);
            for (Turn turn : owed.map(List::of).orElse(List.of(Turn.values()))) {
                GuardTable.row(node.stage(), turn)
                        .flatMap(row -> next(node, row, judgement, people))
                        .ifPresent(open::push);
            }
        }
        return stages;
    }

    private static Optional<Node> next(Node node, Row row, Judgement judgement, int people) {
        boolean release = row.on() == Turn.RELEASED || row.on() == Turn.RELEASED_BY_ONE;
        int released = node.released() + (release ? 1 : 0);
        int wanted = Standing.releases(standing(judgement, node.stage(), 0));
        boolean impossible = release && (released > people || (row.on() == Turn.RELEASED && released < wanted));
        if (impossible) {
            return Optional.empty();
        }
        if (row.to() instanceof Target.To to) {
            boolean aside = to.stage() == HELD || to.stage() == Stage.HANG_UP;
            Stage left = aside ? node.stage() : node.left();
            return Optional.of(new Node(to.stage(), left, to.stage() == HELD ? 0 : released));
        }
        return Optional.of(
                row.to() instanceof Target.Back
                        ? new Node(node.left(), node.left(), released)
                        : new Node(node.stage(), node.left(), Math.min(released, 2)));
    }

    private static Case standing(Judgement judgement, Stage stage, int released) {
        var named = new Case.Named("t-1", "s-1", "card", "zh-CN", Manner.ORDINARY);
        var care = IntStream.range(0, released)
                .boxed()
                .reduce(Care.NONE.withPage(), (now, n) -> now.released("p-" + n), (one, other) -> other);
        return Case.of(named, new RandomFacts(1).request(), Facts.Background.NOTHING)
                .with(judgement)
                .with(care)
                .with(Asked.NOTHING.with(Asked.WARNING, "not-happening"))
                .with(Proof.NONE.withUnderstanding())
                .at(new Case.Place(stage, null, 0));
    }
}
