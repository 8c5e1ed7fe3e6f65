package dev.kioskguard.paging.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.Rota;
import dev.kioskguard.paging.drill.Drill.End;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DrillTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:30:00Z");
    private static final Scene PHONE = Scene.TABLE.get(0);

    private final Drill drill = Drill.begin("drill-7", "ATM-1", PHONE, Rota.usual(ZoneId.of("Asia/Shanghai")), BEGAN);

    @Test
    void whomNobodyAnswersItCallsOneAfterAnotherAndEndsByItself() {
        assertThat(at(29).page().level()).isEqualTo(1);
        assertThat(at(30).page().level()).isEqualTo(2);
        assertThat(at(120).page().level()).isEqualTo(Page.LEVEL_LAST);
        assertThat(at(299).runs()).isTrue();
        assertThat(at(300).end()).isEqualTo(End.TIME);
        assertThat(at(9_000).page().isResolved()).isTrue();
        assertThat(Score.of(at(300)).points()).isZero();
    }

    @Test
    void aStepCountsOnlyInItsTurn() {
        assertThat(drill.arrived(after(5))).isEmpty();
        assertThat(drill.asked("talk-aside")).isEmpty();
        assertThat(drill.decided(Deed.CANCEL, after(5))).isEmpty();
        Drill taken = drill.acknowledged(after(5)).orElseThrow();
        assertThat(taken.acknowledged(after(6))).isEmpty();
        assertThat(taken.asked("talk-aside")).isEmpty();
        Drill there = taken.arrived(after(40)).orElseThrow();
        assertThat(there.arrived(after(41))).isEmpty();
        assertThat(there.decided(Deed.CANCEL, after(50)))
                .as("nothing was asked")
                .isEmpty();
        Drill asked = there.asked("ask-the-caller").orElseThrow();
        assertThat(asked.asked("hurry")).isEmpty();
        Drill over = asked.decided(Deed.CANCEL, after(60)).orElseThrow();
        assertThat(over.end()).isEqualTo(End.DONE);
        assertThat(over.decided(Deed.RELEASE, after(61))).isEmpty();
        assertThat(over.over(End.CALLED_OFF, after(62)).end()).isEqualTo(End.DONE);
        assertThat(Score.of(over).points()).isEqualTo(Score.POINTS_MAX);
    }

    @Test
    void whoeverEscalatesCallsTheNextAndTheFirstAnswerStaysTheFirst() {
        Drill second = drill.acknowledged(after(10))
                .flatMap(taken -> taken.decided(Deed.ESCALATE, after(20)))
                .orElseThrow();
        assertThat(second.page().level()).isEqualTo(2);
        assertThat(second.page().state()).isEqualTo(Page.State.ESCALATED);
        Drill last = second.decided(Deed.ESCALATE, after(25))
                .flatMap(third -> third.acknowledged(after(30)))
                .orElseThrow();
        assertThat(last.page().level()).isEqualTo(Page.LEVEL_LAST);
        assertThat(last.decided(Deed.ESCALATE, after(31)))
                .as("above there is nobody")
                .isEmpty();
        assertThat(Score.of(last).toAcknowledge()).contains(Duration.ofSeconds(10));
    }

    @Test
    void everyPointIsForOneThing() {
        assertThat(points(31, 90, "ask-the-caller", Deed.CANCEL)).isEqualTo(3);
        assertThat(points(30, 91, "ask-the-caller", Deed.CANCEL)).isEqualTo(3);
        assertThat(points(30, 90, "hurry", Deed.CANCEL)).isEqualTo(3);
        assertThat(points(30, 90, "ask-the-caller", Deed.RELEASE)).isEqualTo(3);
        assertThat(points(30, 90, "ask-the-caller", Deed.CANCEL)).isEqualTo(4);
    }

    @Test
    void everySceneHasAnAnswerThatIsOfferedAndOneThatIsWrong() {
        assertThat(Scene.TABLE).allSatisfy(scene -> {
            assertThat(Scene.QUESTIONS).contains(scene.question());
            assertThat(Scene.VERDICTS).containsAll(scene.verdicts());
            assertThat(scene.verdicts()).isNotEmpty().hasSizeLessThan(Scene.VERDICTS.size());
        });
    }

    private int points(int acknowledged, int arrived, String question, Deed verdict) {
        return drill.acknowledged(after(acknowledged))
                .flatMap(taken -> taken.arrived(after(arrived)))
                .flatMap(there -> there.asked(question))
                .flatMap(asked -> asked.decided(verdict, after(arrived + 30)))
                .map(Score::of)
                .orElseThrow()
                .points();
    }

    private Drill at(int seconds) {
        return drill.at(after(seconds));
    }

    private static Instant after(int seconds) {
        return BEGAN.plusSeconds(seconds);
    }
}
