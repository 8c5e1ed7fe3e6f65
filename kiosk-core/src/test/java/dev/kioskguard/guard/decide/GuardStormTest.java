package dev.kioskguard.guard.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.Decision.Move;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.show.Asking;
import dev.kioskguard.guard.state.Asked;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Proof;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import dev.kioskguard.transfer.DelayMode;
import dev.kioskguard.transfer.Tier;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GuardStormTest {

    private static final int STORMS = 10_000;
    private static final int EVENTS = 40;

    private static final Set<Stage> MANDATORY = EnumSet.of(
            Stage.ASK_PURPOSE,
            Stage.WARNING,
            Stage.REMIND_BEWARE,
            Stage.REMIND_FAMILY,
            Stage.REMIND_TRUE,
            Stage.CONFIRM,
            Stage.CONFIRM_AGAIN);

    // Events may arrive in any order, twice, or late. The promises must hold all the same: 4 × 10,000 sequences, on
    // every core there is.
    @Test
    void aClearanceAlwaysHasEveryStepAndItsEvidence() {
        assertThat(LongStream.of(1, 2, 3, 5)
                        .parallel()
                        .mapToObj(seed -> clearances(seed, STORMS))
                        .toList())
                .as("control: the storms do reach clearances")
                .allSatisfy(cleared -> assertThat(cleared).isGreaterThan(1_000));
    }

    @Tag("nightly")
    @Test
    void aMillionMoreStormsBreakNothing() {
        assertThat(clearances(4711, 1_000_000)).isGreaterThan(1_000);
    }

    private static int clearances(long seed, int storms) {
        int cleared = 0;
        for (int run = 0; run < storms; run++) {
            cleared += storm(seed * 1_000_003 + run);
        }
        return cleared;
    }

    private static int storm(long seed) {
        return storm(seed, state -> state);
    }

    /** Lets a storm blow; {@code gate} may make the guard believe, before each event, what is not so. */
    private static int storm(long seed, UnaryOperator<GuardState> gate) {
        var storm = new Storm(seed);
        Map<String, Set<Channel>> proven = new HashMap<>();
        Map<String, Set<Stage>> visited = new HashMap<>();
        Set<String> ended = new HashSet<>();
        int cleared = 0;
        for (int i = 0; i < EVENTS; i++) {
            storm.state = gate.apply(storm.state);
            Case before = storm.state.open();
            Decision decision = storm.blow();
            note(proven, before, storm.events.get(i));
            for (Move move : decision.moves()) {
                visited.computeIfAbsent(move.transferId(), id -> EnumSet.noneOf(Stage.class))
                        .add(move.to());
                if (move.to().isEnd() && !move.from().isEnd()) {
                    assertThat(ended.add(move.transferId()))
                            .as("an end comes once, seed %d", seed)
                            .isTrue();
                }
            }
            for (Effect effect : decision.effects()) {
                if (effect instanceof Effect.Sign sign) {
                    cleared++;
                    assertThat(proven.getOrDefault(sign.cleared().transferId(), Set.of()))
                            .as("what the page proved, seed %d", seed)
                            .containsAll(Channel.PROMPT);
                    holds(sign.cleared(), visited.get(sign.cleared().transferId()), seed);
                }
            }
        }
        return cleared;
    }

    /** Keeps what the page proves on the warnings of a transfer, by the events alone. */
    private static void note(Map<String, Set<Channel>> proven, @Nullable Case at, GuardEvent event) {
        if (at == null) {
            return;
        }
        Screen screen = at.screen();
        if (screen != null
                && event instanceof GuardEvent.ChannelProven proof
                && proof.ok()
                && screen.kind() == Screen.Kind.WARNING
                && screen.id().equals(proof.screenId())) {
            proven.computeIfAbsent(at.transferId(), id -> EnumSet.noneOf(Channel.class))
                    .add(proof.channel());
        }
    }

    private static void holds(Case cleared, Set<Stage> visited, long seed) {
        var verdict = cleared.verdict();
        assertThat(verdict).as("seed %d", seed).isNotNull();
        assertThat(visited).as("every mandatory step, seed %d", seed).containsAll(MANDATORY);
        assertThat(verdict.evidence().promptProven())
                .as("the legal prompt, seed %d", seed)
                .isTrue();
        assertThat(verdict.evidence().confirmedTwice())
                .as("both confirmations, seed %d", seed)
                .isTrue();
        assertThat(Asking.isExempt(cleared) || cleared.asked().answers().size() >= 6)
                .as("every question, seed %d", seed)
                .isTrue();
        if (verdict.release().mode() == DelayMode.REAL_TIME) {
            assertThat(verdict.tier().allowsRealTime())
                    .as("tier, seed %d", seed)
                    .isTrue();
            assertThat(verdict.evidence().payeeShown())
                    .as("payee shown, seed %d", seed)
                    .isTrue();
            assertThat(verdict.evidence().realTimeSaid() || cleared.request().isToOwnAccountAtSameBank())
                    .as("real time said, seed %d", seed)
                    .isTrue();
        } else if (verdict.release().mode() != DelayMode.DAY) {
            assertThat(verdict.evidence().payeeShown())
                    .as("sooner than a day, seed %d", seed)
                    .isTrue();
        }
        holdsByTier(cleared, visited, seed);
    }

    private static void holdsByTier(Case cleared, Set<Stage> visited, long seed) {
        var verdict = cleared.verdict();
        if (verdict.tier() != Tier.GREEN) {
            assertThat(cleared.asked().answers())
                    .as("the warning's own answer, seed %d", seed)
                    .containsKey(Asked.WARNING);
        }
        if (!verdict.tier().allowsRealTime()) {
            assertThat(cleared.proof().understood())
                    .as("proof of understanding, seed %d", seed)
                    .isTrue();
        }
        if (verdict.tier() == Tier.RED) {
            assertThat(visited).as("red was held, seed %d", seed).contains(Stage.HELD);
            assertThat(cleared.care().releasedBy())
                    .as("red has two people, seed %d", seed)
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    // The control that breaks the promise: with the warning's gate open, the storms notice.
    @Test
    void theStormsNoticeAWarningThatNobodyProved() {
        int noticed = 0;
        for (long seed = 0; seed < 500; seed++) {
            try {
                storm(seed, GuardStormTest::believingInTheWarning);
            } catch (AssertionError unproven) {
                assertThat(unproven).hasMessageContaining("what the page proved");
                noticed++;
            }
        }
        assertThat(noticed).as("storms that cleared what was not proven").isGreaterThan(20);
    }

    private static GuardState believingInTheWarning(GuardState state) {
        Case open = state.open();
        if (open == null || open.stage().isEnd()) {
            return state;
        }
        Proof forged = open.proof();
        for (Channel channel : Channel.PROMPT) {
            forged = forged.onWarning(channel);
        }
        return state.with(open.with(forged));
    }

    @Test
    void theStormsComeToTheGateWithoutProof() {
        long refused = 0;
        for (long seed = 0; seed < 2_000; seed++) {
            var storm = new Storm(seed);
            for (int i = 0; i < EVENTS; i++) {
                refused += storm.blow().moves().stream()
                        .filter(move -> move.turn() == Turn.PROMPT_UNPROVEN)
                        .count();
            }
        }
        assertThat(refused).isGreaterThan(20);
    }
}
