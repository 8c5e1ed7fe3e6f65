package dev.kioskguard.guard.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.GuardEvent.ChannelProven;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.vision.Signal;
import dev.kioskguard.vision.Signal.Source;
import dev.kioskguard.vision.SignalChange;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When the camera looks (V12, F29), and what comes of what it sees (F26, F36). */
class LookingTest {

    @Test
    void theCameraLooksOnceItsNoticeIsOnTheScreenAndNotBefore() {
        Walk walk = Walk.at(Stage.ASK_PURPOSE);
        assertThat(walk.screen().look().camera()).isTrue();
        assertThat(watches(walk.last)).isEmpty();

        assertThat(watches(proven(walk, false).last))
                .as("the page could not show it")
                .isEmpty();
        assertThat(watches(proven(walk, true).last)).containsExactly(true);
        assertThat(watches(proven(walk, true).last)).as("once is enough").isEmpty();
    }

    @Test
    void aPausedTransferThatGoesOnInAnotherVisitOwesTheNoticeAgain() {
        Walk walk = proven(Walk.at(Stage.ASK_PURPOSE), true)
                .on(Stage.WARNING)
                .proven()
                .ready()
                .choose("pause");
        String code = walk.screen().code();
        walk.gone().visit("s-2", "card-1").resume("s-2", code);

        assertThat(walk.stage()).isEqualTo(Stage.WARNING);
        assertThat(walk.screen().look().camera()).isTrue();
        assertThat(watches(walk.last)).isEmpty();
        assertThat(watches(proven(walk, true).last)).containsExactly(true);
    }

    @Test
    void whateverHappensItLooksOnlyInsideATransferAndAfterTheNotice() {
        int looked = 0;
        for (long seed = 1; seed <= 600; seed++) {
            var storm = new Storm(seed);
            boolean watching = false;
            String noticed = "";
            for (int i = 0; i < 40; i++) {
                Decision decision = storm.blow();
                noticed = noticed(storm, noticed);
                for (boolean on : watches(decision)) {
                    watching = on;
                    looked += on ? 1 : 0;
                }
                if (watching) {
                    assertThat(storm.state.open()).as("seed %d", seed).isNotNull();
                    assertThat(storm.state.open().stage().isEnd())
                            .as("seed %d", seed)
                            .isFalse();
                    assertThat(storm.state.visit().sessionId())
                            .as("seed %d", seed)
                            .isEqualTo(noticed);
                }
            }
        }
        assertThat(looked).as("control: it does look").isGreaterThan(20);
    }

    private static String noticed(Storm storm, String before) {
        GuardEvent event = storm.events.get(storm.events.size() - 1);
        boolean text = event instanceof ChannelProven proven && proven.ok() && proven.channel() == Channel.TEXT;
        return text && storm.state.visit() != null ? storm.state.visit().sessionId() : before;
    }

    @Test
    void aHandAtTheHeadAsksToHangUpAndIsNoEvidence() {
        Walk walk = Walk.at(Stage.ASK);
        walk.take(GuardEvent.SignalChanged.of(walk.now, call(walk, 0.3, "hand-at-head")));

        assertThat(walk.stage()).isEqualTo(Stage.HANG_UP);
        assertThat(walk.open().judgement().kinds()).isEmpty();

        walk.take(GuardEvent.SignalChanged.of(walk.now, call(walk, 0.9, "phone-at-head")));
        assertThat(walk.open().judgement().reasons()).contains("call-at-ear");
        assertThat(walk.open().care().paged()).isFalse();
    }

    @Test
    void aPageSaysSinceWhenHowSurelyAndWhy() {
        Walk walk = Walk.at(Stage.ASK);
        walk.take(GuardEvent.SignalChanged.of(walk.now, call(walk, 0.9, "phone-at-head")));
        walk.signal(Signal.DICTATED_KEYING, true);

        List<SignalChange> signs = walk.last.effects().stream()
                .filter(Effect.RaisePage.class::isInstance)
                .flatMap(page -> ((Effect.RaisePage) page).signs().stream())
                .toList();

        assertThat(signs).extracting(SignalChange::signal).containsExactly(Signal.CALL_AT_EAR, Signal.DICTATED_KEYING);
        assertThat(signs.get(0).since()).isEqualTo(walk.now.minusSeconds(3));
        assertThat(signs.get(0).strength()).isEqualTo(0.9);
        assertThat(signs.get(0).reasons()).containsExactly("phone-at-head");
    }

    @Test
    void oneKindOfEvidenceNeverPagesHoweverMuchIsSeen() {
        for (Source kind : Source.values()) {
            List<Signal> signals = Arrays.stream(Signal.values())
                    .filter(signal -> signal.source() == kind)
                    .toList();
            for (long seed = 1; seed <= 40; seed++) {
                var chance = new Random(seed);
                Walk walk = Walk.at(Stage.ASK);
                for (int i = 0; i < 30; i++) {
                    walk.signal(signals.get(chance.nextInt(signals.size())), chance.nextBoolean());
                    assertThat(walk.open().care().paged())
                            .as("%s, seed %d", kind, seed)
                            .isFalse();
                }
            }
        }
        Walk both = Walk.at(Stage.ASK).signal(Signal.PAPER_NOTE, true).signal(Signal.HESITATION, true);
        assertThat(both.open().care().paged()).as("control: two kinds do").isTrue();
    }

    private static SignalChange call(Walk walk, double strength, String why) {
        return new SignalChange(Signal.CALL_AT_EAR, true, walk.now.minusSeconds(3), strength, List.of(why));
    }

    private static Walk proven(Walk walk, boolean ok) {
        return walk.take(new ChannelProven(walk.now, walk.screen().id(), Channel.TEXT, ok));
    }

    private static List<Boolean> watches(Decision decision) {
        return decision.effects().stream()
                .filter(Effect.Watch.class::isInstance)
                .map(watch -> ((Effect.Watch) watch).on())
                .toList();
    }
}
