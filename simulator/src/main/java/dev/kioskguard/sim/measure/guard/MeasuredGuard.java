package dev.kioskguard.sim.measure.guard;

import dev.kioskguard.app.record.JournalRecorder;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.content.Script;
import dev.kioskguard.guard.run.GuardCore;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.risk.RiskPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;

/** The guard's core as it runs on a terminal, over the journal given, without a world around it. */
final class MeasuredGuard {

    static final Instant START = Instant.parse("2026-01-01T04:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private MeasuredGuard() {}

    static GuardCore over(Journal journal, Script script, RiskPolicy risk) {
        return new GuardCore(
                GuardState.EMPTY.with(Means.ALL),
                new Policy(Limits.USUAL, script, risk, new Policy.Site("B-001", ZONE, true)),
                new JournalRecorder(journal),
                new SplittableRandom(1),
                effect -> {});
    }
}
