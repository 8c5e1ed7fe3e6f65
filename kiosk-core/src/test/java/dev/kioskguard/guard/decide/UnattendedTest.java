package dev.kioskguard.guard.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.paging.Hours;
import dev.kioskguard.transfer.DelayMode;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.Relation;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With nobody in the branch no person can come in time, so the money waits a day in which it can be called back. */
class UnattendedTest {

    @Test
    void outsideTheBranchsHoursTheMoneyMovesAfterADayAndTheReasonSaysSo() {
        Walk walk = Walk.begun().by(open(false)).asked(Walk.REQUEST).on(Stage.CLEARED);

        assertThat(walk.open().verdict().release().mode()).isEqualTo(DelayMode.DAY);
        assertThat(walk.open().proof().offered())
                .as("the first confirmation says so")
                .isEqualTo(DelayMode.DAY);
        assertThat(walk.reasons()).contains("unattended");
    }

    @Test
    void withinTheHoursItMovesAtOnce() {
        Walk walk = Walk.begun().by(open(true)).asked(Walk.REQUEST).on(Stage.CLEARED);

        assertThat(walk.open().verdict().release().mode()).isEqualTo(DelayMode.REAL_TIME);
        assertThat(walk.reasons()).doesNotContain("unattended");
    }

    @Test
    void theCustomersOwnAccountAtTheSameBankWaitsForNobody() {
        var self = new Payee.Standing(Relation.SELF, null, null);
        var payer = new Payer(null, "ICBC", null, Payer.History.UNKNOWN);
        Walk walk =
                Walk.begun().by(open(false)).asked(Walk.request(self, payer)).on(Stage.CLEARED);

        assertThat(walk.open().verdict().release().mode()).isEqualTo(DelayMode.REAL_TIME);
    }

    /** Returns the usual policy of a branch in which, at the walk's time, somebody is or is not. */
    private static Policy open(boolean now) {
        LocalTime noon = LocalTime.ofInstant(Storm.NOON, ZoneOffset.UTC);
        var span = new Hours(
                EnumSet.allOf(DayOfWeek.class),
                now ? noon.minusHours(1) : noon.minusHours(3),
                now ? noon.plusHours(1) : noon.minusHours(2));
        Policy usual = Storm.POLICY;
        var site = new Policy.Site("B-001", ZoneOffset.UTC, true, List.of(span));
        return new Policy(usual.limits(), usual.script(), usual.risk(), site);
    }
}
