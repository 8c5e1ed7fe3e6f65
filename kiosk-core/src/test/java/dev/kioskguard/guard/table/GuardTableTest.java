package dev.kioskguard.guard.table;

import static dev.kioskguard.guard.table.Stage.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.table.Row.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardTableTest {

    /** A place in the table, together with the stage it would come back to. */
    private record Node(Stage stage, Stage left) {}

    // The one promise made to the bank: no way to a clearance goes round one of these.
    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {
                "ASK_PURPOSE",
                "WARNING",
                "REMIND_BEWARE",
                "REMIND_FAMILY",
                "REMIND_TRUE",
                "CONFIRM",
                "CONFIRM_AGAIN"
            })
    void nothingIsClearedWithoutEveryMandatoryStep(Stage mandatory) {
        assertThat(reachableWithout(mandatory)).doesNotContain(CLEARED);
        assertThat(reachableWithout(null))
                .as("control: a clearance can be reached at all")
                .contains(CLEARED);
    }

    @Test
    void theOnlyDoorToAClearanceIsTheSecondConfirmation() {
        assertThat(GuardTable.ROWS.stream().filter(row -> row.to().equals(new Target.To(CLEARED))))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.from()).containsExactly(CONFIRM_AGAIN);
                    assertThat(row.on()).isEqualTo(Turn.CONFIRMED_AGAIN);
                    assertThat(row.duties()).contains(Duty.CLEAR);
                });
        assertThat(GuardTable.ROWS.stream().filter(row -> row.duties().contains(Duty.CLEAR)))
                .hasSize(1);
    }

    @Test
    void theFamilyExemptionSkipsTheQuestionsAndNothingElse() {
        assertThat(GuardTable.row(ASK_PURPOSE, Turn.PURPOSE_GIVEN_EXEMPT)
                        .orElseThrow()
                        .to())
                .isEqualTo(new Target.To(WARNING));
        assertThat(reachableWithout(ASK)).as("by the exemption alone").contains(CLEARED);
    }

    @Test
    void noEndIsEverLeft() {
        for (Stage stage : Stage.values()) {
            for (Turn turn : Turn.values()) {
                if (stage.isEnd()) {
                    assertThat(GuardTable.row(stage, turn).stream())
                            .as("%s on %s", stage, turn)
                            .allMatch(row -> row.to() instanceof Row.Target.Stay);
                }
            }
        }
    }

    @Test
    void noRowIsShadowedByAnother() {
        List<String> keys = GuardTable.ROWS.stream()
                .flatMap(row -> row.from().stream().map(stage -> stage + " " + row.on()))
                .toList();
        assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    }

    @Test
    void everyStageCanEndWithoutAClearance() {
        for (Stage stage : Stage.values()) {
            if (!stage.isEnd() && stage != REQUESTED) {
                assertThat(GuardTable.row(stage, Turn.APPLICATION_WITHDREW))
                        .as(stage.name())
                        .isPresent();
                assertThat(GuardTable.row(stage, Turn.RESTARTED))
                        .as(stage.name())
                        .isPresent();
                assertThat(GuardTable.row(
                                stage,
                                stage == HELD ? Turn.NOBODY_CAME : stage == PAUSED ? Turn.PAUSE_LAPSED : Turn.SILENCE))
                        .as(stage.name())
                        .isPresent();
            }
        }
    }

    @Test
    void helpAndStopAreThereWhereverTheCustomerStands() {
        Stream.of(
                        ASK_PURPOSE,
                        BAIT_SURE,
                        ASK,
                        WARNING,
                        HANG_UP,
                        REMIND_BEWARE,
                        REMIND_FAMILY,
                        REMIND_TRUE,
                        COMPREHENSION,
                        CONFIRM,
                        CONFIRM_AGAIN)
                .forEach(stage -> {
                    assertThat(GuardTable.row(stage, Turn.HELP_ASKED))
                            .as(stage.name())
                            .isPresent();
                    assertThat(GuardTable.row(stage, Turn.STOP_ASKED))
                            .as(stage.name())
                            .isPresent();
                });
    }

    private static Set<Stage> reachableWithout(Stage closed) {
        var seen = new HashSet<>(Set.of(new Node(REQUESTED, null)));
        var queue = new ArrayDeque<>(seen);
        while (!queue.isEmpty()) {
            for (Node next : after(queue.remove())) {
                if (next.stage() != closed && seen.add(next)) {
                    queue.add(next);
                }
            }
        }
        return new HashSet<>(seen.stream().map(Node::stage).toList());
    }

    private static List<Node> after(Node here) {
        var all = new ArrayList<Node>();
        Arrays.stream(Turn.values())
                .forEach(turn -> GuardTable.row(here.stage(), turn).ifPresent(row -> all.add(follow(here, row.to()))));
        return all;
    }

    private static Node follow(Node here, Target target) {
        if (target instanceof Target.To to) {
            boolean aside = GuardTable.ASIDE.contains(to.stage());
            Stage left = GuardTable.ASIDE.contains(here.stage()) ? here.left() : here.stage();
            return new Node(to.stage(), aside ? left : null);
        }
        return target instanceof Target.Back ? new Node(here.left(), null) : here;
    }
}
