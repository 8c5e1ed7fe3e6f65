package dev.kioskguard.paging;

import static dev.kioskguard.paging.Happening.LATE;
import static dev.kioskguard.paging.Happening.OVER;
import static dev.kioskguard.paging.Happening.TAKEN;
import static dev.kioskguard.paging.Page.State.ACKNOWLEDGED;
import static dev.kioskguard.paging.Page.State.DELIVERED;
import static dev.kioskguard.paging.Page.State.ESCALATED;
import static dev.kioskguard.paging.Page.State.RAISED;
import static dev.kioskguard.paging.Page.State.RESOLVED;
import static dev.kioskguard.paging.Page.State.UNDELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.paging.Ladder.Rung;
import dev.kioskguard.paging.Page.State;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LadderTest {

    private static final Instant NOON = Instant.parse("2026-01-01T04:00:00Z");
    private static final Rota ROTA = Rota.usual(ZoneOffset.UTC);

    @Test
    void theWholeLadderIsThePrintedOne() {
        assertThat(printed()).isEqualTo("""
                RAISED       SEEN        -> DELIVERED
                RAISED       TAKEN       -> ACKNOWLEDGED
                RAISED       MORE_WANTED -> ESCALATED    up
                RAISED       LATE        -> UNDELIVERED  up
                RAISED       OVER        -> RESOLVED
                DELIVERED    TAKEN       -> ACKNOWLEDGED
                DELIVERED    MORE_WANTED -> ESCALATED    up
                DELIVERED    LATE        -> ESCALATED    up
                DELIVERED    OVER        -> RESOLVED
                ACKNOWLEDGED TAKEN       -> ACKNOWLEDGED
                ACKNOWLEDGED MORE_WANTED -> ESCALATED    up
                ACKNOWLEDGED OVER        -> RESOLVED
                ESCALATED    TAKEN       -> ACKNOWLEDGED
                ESCALATED    MORE_WANTED -> ESCALATED    up
                ESCALATED    LATE        -> ESCALATED    up
                ESCALATED    OVER        -> RESOLVED
                UNDELIVERED  SEEN        -> ESCALATED
                UNDELIVERED  TAKEN       -> ACKNOWLEDGED
                UNDELIVERED  MORE_WANTED -> ESCALATED    up
                UNDELIVERED  LATE        -> UNDELIVERED  up
                UNDELIVERED  OVER        -> RESOLVED
                """);
    }

    @Test
    void noRungIsShadowedByAnother() {
        List<String> keys = Ladder.RUNGS.stream()
                .flatMap(rung -> rung.from().stream().map(state -> state + " " + rung.on()))
                .toList();
        assertThat(keys).doesNotHaveDuplicates().hasSize(21);
    }

    @Test
    void whatIsOverStaysOver() {
        for (Happening happening : Happening.values()) {
            assertThat(Ladder.rung(RESOLVED, happening)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RESOLVED"})
    void fromEveryStateAPageCanBeTakenAndCanEnd(State state) {
        assertThat(Ladder.rung(state, TAKEN)).map(Rung::to).contains(ACKNOWLEDGED);
        assertThat(Ladder.rung(state, OVER)).map(Rung::to).contains(RESOLVED);
    }

    /** Wherever a page can come to that nobody has taken, time alone brings it to the last level, and it shows. */
    @Test
    void timeAloneBringsEveryPageThatNobodyTookToTheLastLevel() {
        Set<Page> reached = reached();
        assertThat(reached).as("control: levels and states are reached").hasSizeGreaterThan(10);
        for (Page page : reached) {
            Page late = page.at(Instant.MAX, ROTA);
            assertThat(late.waits()).isFalse();
            if (page.state() != ACKNOWLEDGED && page.state() != RESOLVED) {
                assertThat(late.level()).as("%s", page).isEqualTo(Page.LEVEL_LAST);
                assertThat(late.state()).as("%s", page).isIn(ESCALATED, UNDELIVERED);
            }
        }
    }

    @Test
    void noHappeningLowersALevelAndOnlyThoseThatCallMoreRaiseIt() {
        for (Page page : reached()) {
            for (Happening happening : Happening.values()) {
                int up = page.after(happening, ROTA, NOON).level() - page.level();
                assertThat(up).isIn(0, 1);
                assertThat(up == 0 || happening == LATE || happening == Happening.MORE_WANTED)
                        .as("%s on %s", page, happening)
                        .isTrue();
            }
        }
    }

    @Test
    void aPageThatReachedSomebodyNeverSaysThatItReachedNobody() {
        for (Page page : reached()) {
            if (page.state() == DELIVERED || page.state() == ESCALATED || page.state() == ACKNOWLEDGED) {
                for (Happening happening : Happening.values()) {
                    assertThat(page.after(happening, ROTA, NOON).state()).isNotIn(RAISED, UNDELIVERED);
                }
            }
        }
    }

    /** Returns every page that can come of one that was raised, with the deadline left out of account. */
    private static Set<Page> reached() {
        Page raised = PageBook.empty(ROTA)
                .raised(new Page.Call("ATM-1", "t-1", "red", List.of(), List.of(), null, List.of()), NOON)
                .ofTransfer("t-1")
                .orElseThrow();
        var reached = new HashSet<Page>();
        var todo = new ArrayDeque<>(List.of(raised));
        for (Optional<Page> next = Optional.of(raised); next.isPresent(); next = Optional.ofNullable(todo.poll())) {
            if (reached.add(next.get())) {
                for (Happening happening : Happening.values()) {
                    todo.add(next.get().after(happening, ROTA, NOON));
                }
            }
        }
        return reached;
    }

    private static String printed() {
        var page = new StringBuilder();
        for (State state : State.values()) {
            for (Happening happening : Happening.values()) {
                Ladder.rung(state, happening)
                        .ifPresent(rung -> page.append("%-12s %-11s -> %-12s %s"
                                        .formatted(
                                                state, happening, rung.to(), rung.step() == Ladder.Step.UP ? "up" : "")
                                        .stripTrailing())
                                .append('\n'));
            }
        }
        return page.toString();
    }
}
